/** The shadow roots met so far: none is held on to. */
export class KnownRoots {
  readonly #known = new WeakSet<ShadowRoot>();
  #all: WeakRef<ShadowRoot>[] = [];

  /** False when it was known. */
  add(root: ShadowRoot): boolean {
    if (this.#known.has(root)) return false;
    this.#known.add(root);
    this.#all.push(new WeakRef(root));
    return true;
  }

  get size(): number {
    return this.#all.length;
  }

  /** Those that are in the page. */
  inPage(): ShadowRoot[] {
    const roots = this.#all.map((each) => each.deref()).filter((root) => root?.isConnected === true).filter((root) => root !== undefined);
    if (roots.length < this.#all.length / 2) this.#all = roots.map((root) => new WeakRef(root));
    return roots;
  }
}
