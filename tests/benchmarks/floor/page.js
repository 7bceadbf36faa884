addEventListener("click", (event) => {
  event.preventDefault();
  if (event.isTrusted) chrome.runtime.sendMessage({ id: crypto.randomUUID(), port: Number(document.body.dataset.port) });
}, true);
addEventListener("pointerover", () => chrome.runtime.sendMessage({ warm: document.body.dataset.warm === "yes" }), { once: true });
