"""Headless Chromium, driven over its own pipe: open a file, read and change the page, click, type, print.

Chromium speaks the DevTools protocol over two inherited pipes, so nothing listens on a port and no library is needed.
"""

import base64
import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAM = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chromium-browser")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


@dataclass
class Browser:
    """One tab; ``requests`` are the addresses it asked for, ``complaints`` what it wrote to its console."""

    process: "subprocess.Popen[bytes]"
    ask: int
    hear: int
    session: str = ""
    number: int = 0
    rest: bytes = b""
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    loaded: int = 0

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send one command and return its answer; ``RuntimeError`` when the browser refuses it."""
        self.number += 1
        wanted = self.number
        message = {"id": wanted, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.ask, json.dumps(message).encode() + b"\0")
        while (answer := self._next()).get("id") != wanted:
            self._note(answer)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self.rest:
            found = os.read(self.hear, 1 << 16)
            if not found:
                raise RuntimeError("the browser is gone")
            self.rest += found
        message, _, self.rest = self.rest.partition(b"\0")
        return json.loads(message)

    def _note(self, event: dict[str, Any]) -> None:
        about = event.get("params", {})
        match event.get("method"):
            case "Network.requestWillBeSent":
                self.requests.append(about["request"]["url"])
            case "Runtime.exceptionThrown":
                self.complaints.append(str(about["exceptionDetails"]))
            case "Log.entryAdded":
                self.complaints.append(about["entry"]["text"])
            case "Page.loadEventFired":
                self.loaded += 1
            case _:
                pass

    def open(self, address: str) -> None:
        """Open an address and wait until it is loaded."""
        before = self.loaded
        self.call("Page.navigate", url=address)
        while self.loaded == before:
            self._note(self._next())

    def run(self, script: str) -> Any:
        """Return the value of a JavaScript expression."""
        answer = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(str(answer["exceptionDetails"]))
        return answer["result"].get("value")

    def text(self, selector: str) -> str:
        """Return the text of the first element that a selector finds."""
        return str(self.run(f"document.querySelector({json.dumps(selector)}).textContent.trim()"))

    def texts(self, selector: str) -> list[str]:
        """Return the texts of all elements in sight that a selector finds."""
        listed = f"[...document.querySelectorAll({json.dumps(selector)})]"
        return list(self.run(f"{listed}.filter(e => e.checkVisibility()).map(e => e.textContent.trim())"))

    def choose(self, selector: str, value: str) -> None:
        """Choose an option of a drop-down, as a person would."""
        found = f"const s = document.querySelector({json.dumps(selector)}); s.value = {json.dumps(value)};"
        self.run(f"(() => {{ {found} s.dispatchEvent(new Event('change', {{bubbles: true}})); }})()")

    def click(self, selector: str, modifiers: int = 0) -> None:
        """Click the middle of an element with the mouse."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.run(f"{found}.scrollIntoView({{block: 'center'}})")
        box = self.run(
            f"(() => {{ const b = {found}.getBoundingClientRect(); return [b.x, b.y, b.width, b.height]; }})()"
        )
        at = {"x": box[0] + box[2] / 2, "y": box[1] + box[3] / 2, "button": "left", "clickCount": 1}
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, modifiers=modifiers, **at)

    def press(self, key: str, text: str = "") -> None:
        """Press and release one key."""
        codes = {
            "Tab": 9,
            "Enter": 13,
            "Escape": 27,
            " ": 32,
            "ArrowLeft": 37,
            "ArrowUp": 38,
            "ArrowRight": 39,
            "ArrowDown": 40,
        }
        about = {"key": key, "windowsVirtualKeyCode": codes[key], **({"text": text} if text else {})}
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, **about)

    def size(self, width: int, height: int) -> None:
        """Give the window a size."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self, path: Path) -> None:
        """Save what the whole page looks like."""
        found = self.call("Page.captureScreenshot", format="png", captureBeyondViewport=True)
        path.write_bytes(base64.b64decode(found["data"]))

    def printed(self, path: Path) -> None:
        """Print the page to a PDF."""
        found = self.call(
            "Page.printToPDF", printBackground=True, preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69
        )
        path.write_bytes(base64.b64decode(found["data"]))


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start Chromium with a profile of its own in ``folder`` and end it afterwards."""
    theirs_read, ours_write = os.pipe()
    ours_read, theirs_write = os.pipe()

    def wire() -> None:  # Chromium listens on 3 and answers on 4
        held = os.dup(theirs_read), os.dup(theirs_write)
        os.dup2(held[0], 3)
        os.dup2(held[1], 4)

    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        [str(PROGRAM), *FLAGS, f"--user-data-dir={folder}", "about:blank"],
        close_fds=False,
        preexec_fn=wire,  # noqa: PLW1509 - nothing but two system calls
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        start_new_session=True,
    )
    os.close(theirs_read)
    os.close(theirs_write)
    tab = Browser(process, ours_write, ours_read)
    try:
        target = tab.call("Target.createTarget", url="about:blank")["targetId"]
        tab.session = tab.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            tab.call(f"{domain}.enable")
        tab.size(1280, 900)
        still = {"name": "prefers-reduced-motion", "value": "reduce"}
        tab.call("Emulation.setEmulatedMedia", features=[still])
        yield tab
    finally:
        tab.session = ""
        with suppress(OSError, RuntimeError):
            tab.call("Browser.close")
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(ours_write)
        os.close(ours_read)
