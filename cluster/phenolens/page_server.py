"""
The built page and one file, for this computer alone: a static server on the loopback address. Every address begins with
a token that nobody else knows, and what a foreign page or a foreign name for this computer asks is refused.
"""

import contextlib
import hmac
import mimetypes
import os
import re
import secrets
import threading
from collections.abc import Iterator
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

HOST = "127.0.0.1"
_CHUNK = 1 << 20
_TYPES = {
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".tsv": "text/tab-separated-values; charset=utf-8",
}
#: It would keep the page in the browser under an address that is gone tomorrow.
_NOT_SERVED = {"sw.js"}


class PageServer:
    """Serves until `close`. `port` 0: any that is free. Throws OSError where the port is taken."""

    def __init__(self, page: Path, data: Path, port: int = 0) -> None:
        self.token = secrets.token_urlsafe(32)
        self._server = ThreadingHTTPServer((HOST, port), _handler(page.resolve(), data.resolve(), self.token))
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        self._data = data.name
        threading.Thread(target=self._server.serve_forever, args=(0.1,), name="phenolens-page", daemon=True).start()

    @property
    def url(self) -> str:
        """The page with the file opened in it."""
        return f"http://{HOST}:{self.port}/{self.token}/?h5ad=data/{quote(self._data, safe='')}"

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


def _handler(page: Path, data: Path, token: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        # An idle connection holds a thread.
        timeout = 60

        def do_GET(self) -> None:  # noqa: N802
            self._answer(has_body=True)

        def do_HEAD(self) -> None:  # noqa: N802
            self._answer(has_body=False)

        def log_message(self, format: str, *args: object) -> None:
            """Nothing is printed into the notebook."""

        def _answer(self, has_body: bool) -> None:
            if not self._is_own():
                self._refuse(HTTPStatus.FORBIDDEN)
                return
            # Browsers that are asked for `/` alone, such as for an icon, have no token.
            given, slash, path = urlsplit(self.path).path.lstrip("/").partition("/")
            if not slash or not hmac.compare_digest(given.encode(), token.encode()):
                self._refuse(HTTPStatus.FORBIDDEN)
                return
            file = self._file(unquote(path))
            try:
                opened = file.open("rb") if file else None
            except OSError:
                opened = None
            if opened is None:
                self._refuse(HTTPStatus.NOT_FOUND)
                return
            with opened:
                self._send(file, opened, has_body)

        def _is_own(self) -> bool:
            """Whether it is asked by the loopback address, and by no page of another origin."""
            port = self.server.server_address[1]
            hosts = {f"{HOST}:{port}", f"localhost:{port}"}
            origin = self.headers.get("Origin")
            return self.headers.get("Host") in hosts and (origin is None or origin in {f"http://{host}" for host in hosts})

        def _file(self, path: str) -> Path | None:
            """A file of the page, or the one of the data; nothing beside them, by whatever path or link."""
            if path == f"data/{data.name}":
                return data
            if "\0" in path or ".." in path.split("/") or path in _NOT_SERVED:
                return None
            file = (page / (path or "index.html")).resolve()
            return file if file.is_relative_to(page) and file.is_file() else None

        def _send(self, file: Path, opened, has_body: bool) -> None:
            state = os.fstat(opened.fileno())
            tag = f'"{state.st_size}-{state.st_mtime_ns}"'
            shared = {
                "Content-Type": _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream",
                "Accept-Ranges": "bytes",
                "ETag": tag,
                "Cache-Control": "no-cache",
                "Referrer-Policy": "no-referrer",
                "X-Content-Type-Options": "nosniff",
                "Cross-Origin-Resource-Policy": "same-origin",
            }
            if self.headers.get("If-None-Match") == tag:
                self._head(HTTPStatus.NOT_MODIFIED, shared)
                return
            asked = _range(self.headers.get("Range"), state.st_size)
            if asked == "none":
                self._head(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, {"Content-Range": f"bytes */{state.st_size}", "Content-Length": "0"})
                return
            first, end = asked or (0, state.st_size)
            if asked:
                shared["Content-Range"] = f"bytes {first}-{end - 1}/{state.st_size}"
            self._head(HTTPStatus.PARTIAL_CONTENT if asked else HTTPStatus.OK, {**shared, "Content-Length": str(end - first)})
            # A browser that has seen enough hangs up.
            with contextlib.suppress(ConnectionError):
                for chunk in _chunks(opened, first, end) if has_body else ():
                    self.wfile.write(chunk)

        def _refuse(self, status: HTTPStatus) -> None:
            body = f"{status.phrase}\n".encode()
            self._head(status, {"Content-Type": "text/plain", "Content-Length": str(len(body))})
            if self.command != "HEAD":
                self.wfile.write(body)

        def _head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()

    return Handler


def _range(said: str | None, size: int) -> tuple[int, int] | str | None:
    """First byte and the one after the last; "none" where the file has none of them; None: the whole."""
    match = re.fullmatch(r"bytes=(\d*)-(\d*)", said or "")
    if not match or match[0] == "bytes=-":
        return None
    first, last = match.groups()
    if not first:
        first, last = str(max(0, size - int(last))), ""
    start, end = int(first), min(int(last) + 1, size) if last else size
    return (start, end) if start < end else "none"


def _chunks(opened, first: int, end: int) -> Iterator[bytes]:
    opened.seek(first)
    while first < end and (chunk := opened.read(min(_CHUNK, end - first))):
        first += len(chunk)
        yield chunk
