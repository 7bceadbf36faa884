"""Colours, fonts and sizes of the window. Windows and macOS keep their own look; X11's bare one gets ours."""

import shutil
import subprocess
import sys
import tkinter as tk
from tkinter import font, ttk
from typing import Final

INK: Final = "#17211e"
INK_SOFT: Final = "#53605c"
PAPER: Final = "#ffffff"
SHEET: Final = "#f2f6f4"
LINE: Final = "#d7e0dc"
CONTROL: Final = "#74827d"
ACCENT: Final = "#0a6a5b"
ACCENT_STRONG: Final = "#07554a"
ACCENT_SHEET: Final = "#e2f1ed"
BAD: Final = "#b3261e"
DOUBT: Final = "#8a5300"
"""The extension's tokens, of the light theme; their contrast is AA."""
TONES: Final = {"plain": INK_SOFT, "good": ACCENT, "doubt": DOUBT, "bad": BAD}
TEXT_POINTS: Final = 10
TITLE_POINTS: Final = 15
USUAL_DPI: Final = 96
XRDB_SECONDS: Final = 2.0


def new_root() -> tk.Tk:
    """Open the window's root, sharp on dense screens. Raises TclError where there is no display."""
    if sys.platform == "win32":
        import contextlib  # noqa: PLC0415 - only there
        import ctypes  # noqa: PLC0415 - only there

        with contextlib.suppress(AttributeError, OSError):  # an old Windows scales by itself
            ctypes.windll.shcore.SetProcessDpiAwareness(1)
    root = tk.Tk(className="Callwith")
    root.withdraw()
    if root.tk.call("tk", "windowingsystem") == "x11":
        dpi = max(_desktop_dpi() or 0.0, root.winfo_fpixels("1i"), USUAL_DPI)
        root.tk.call("tk", "scaling", dpi / 72)  # points to the inch
    return root


def _desktop_dpi() -> float | None:
    """Return the density that desktops tell programs by an X resource, which Tk does not ask for."""
    program = shutil.which("xrdb")
    if program is None:
        return None
    try:
        ran = subprocess.run([program, "-query"], capture_output=True, text=True, timeout=XRDB_SECONDS, check=False)  # noqa: S603 - found above, fixed words
        values = dict(line.split(":", 1) for line in ran.stdout.splitlines() if ":" in line)
        return float(values["Xft.dpi"])
    except (OSError, subprocess.SubprocessError, KeyError, ValueError):
        return None


def dress(root: tk.Tk) -> None:
    """Set fonts and styles."""
    for name in ("TkDefaultFont", "TkTextFont", "TkMenuFont", "TkHeadingFont"):
        if root.tk.call("tk", "windowingsystem") == "x11":
            font.nametofont(name).configure(size=TEXT_POINTS)
    usual = font.nametofont("TkDefaultFont")
    family = usual.actual("family")
    size = abs(usual.actual("size"))
    style = ttk.Style(root)
    if root.tk.call("tk", "windowingsystem") == "x11":
        style.theme_use("clam")
        _dress_x11(root, style)
    style.configure("Title.TLabel", font=(family, max(size + 5, TITLE_POINTS), "bold"))
    style.configure("Field.TLabel", font=(family, size, "bold"))
    style.configure("Heading.TLabel", font=(family, size + 1, "bold"))
    for tone, colour in TONES.items():
        style.configure(f"{tone.capitalize()}.TLabel", foreground=colour)


def _dress_x11(root: tk.Tk, style: ttk.Style) -> None:
    root.configure(background=SHEET)
    style.configure(
        ".",
        background=SHEET,
        foreground=INK,
        bordercolor=LINE,
        lightcolor=SHEET,
        darkcolor=SHEET,
        troughcolor=SHEET,
        focuscolor=ACCENT,
        selectbackground=ACCENT,
        selectforeground=PAPER,
    )
    for kind in ("TEntry", "TCombobox"):
        style.configure(
            kind, fieldbackground=PAPER, bordercolor=CONTROL, lightcolor=PAPER, padding="5p 4p", arrowsize="10p"
        )
        style.map(
            kind,
            bordercolor=[("invalid", BAD), ("focus", ACCENT)],
            lightcolor=[("invalid", BAD), ("focus", ACCENT)],
            fieldbackground=[("disabled", SHEET), ("readonly", PAPER)],
            foreground=[("disabled", INK_SOFT)],
            selectbackground=[("readonly", PAPER)],
            selectforeground=[("readonly", INK)],
        )
    style.configure(
        "TButton", background=PAPER, bordercolor=CONTROL, lightcolor=PAPER, darkcolor=PAPER, padding="10p 4p"
    )
    style.map(
        "TButton",
        background=[("disabled", SHEET), ("active", ACCENT_SHEET)],
        foreground=[("disabled", INK_SOFT)],
        bordercolor=[("focus", ACCENT)],
    )
    style.configure(
        "Main.TButton",
        background=ACCENT,
        foreground=PAPER,
        bordercolor=ACCENT,
        lightcolor=ACCENT,
        darkcolor=ACCENT,
        focuscolor=PAPER,
    )
    style.map(
        "Main.TButton",
        background=[("disabled", LINE), ("active", ACCENT_STRONG)],
        foreground=[("disabled", INK_SOFT)],
        bordercolor=[("disabled", LINE), ("focus", ACCENT_STRONG)],
        lightcolor=[("disabled", LINE), ("active", ACCENT_STRONG)],
        darkcolor=[("disabled", LINE), ("active", ACCENT_STRONG)],
    )
    style.configure("TNotebook", background=SHEET, bordercolor=LINE, tabmargins=("0p", "2p", "0p", "0p"))
    style.configure("TNotebook.Tab", background=SHEET, padding=("12p", "5p"), bordercolor=LINE)
    style.map(
        "TNotebook.Tab",
        background=[("selected", PAPER)],
        lightcolor=[("selected", PAPER)],
        foreground=[("selected", ACCENT_STRONG)],
        padding=[("selected", ["12p", "5p"])],
        expand=[("selected", ["0", "0", "0", "1"])],
    )
    for kind in ("Page.TFrame", "Ask.TFrame"):
        style.configure(kind, background=PAPER if kind == "Page.TFrame" else ACCENT_SHEET)
    style.configure("Page.TLabel", background=PAPER)
    style.configure("TRadiobutton", background=PAPER, indicatorsize="9p", indicatormargin=("0p", "0p", "6p", "0p"))
    style.map(
        "TRadiobutton", background=[("active", PAPER)], indicatorcolor=[("selected", ACCENT), ("!selected", PAPER)]
    )
    for option, value in {
        "background": PAPER,
        "foreground": INK,
        "selectBackground": ACCENT,
        "selectForeground": PAPER,
    }.items():
        root.option_add(f"*TCombobox*Listbox.{option}", value)
