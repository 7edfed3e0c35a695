import http.client
import json
from pathlib import Path
from urllib.parse import urlsplit

import nbformat
import pytest
from conftest import ROOT
from nbclient import NotebookClient
from phenolens.viewer import ViewError, view


@pytest.fixture(scope="module")
def page(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    (folder / "index.html").write_text("the page")
    (folder / "sw.js").write_text("")
    (folder / "assets").mkdir()
    (folder / "assets/core.wasm").write_bytes(bytes(range(200)))
    (folder / "assets/out").symlink_to(folder.parent)
    (folder.parent / "secret").write_text("not of the page")
    return folder


@pytest.fixture(scope="module")
def shown(page, fixtures):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PHENOLENS_PAGE", str(page))
        shown = view(fixtures["csr"])
    yield shown
    shown.close()


def ask(shown, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
    """`path` as it stands, below the token unless it begins with a slash; a header without a value is left out."""
    url = urlsplit(shown.url)
    connection = http.client.HTTPConnection(url.hostname, url.port, timeout=10)
    connection.putrequest(method, path if path.startswith("/") else f"{url.path}{path}", skip_host=True)
    for name, value in ({"Host": url.netloc} | headers).items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), answer.read()


def test_the_page_and_ranges_of_the_file_are_served(shown, fixtures):
    url = urlsplit(shown.url)
    assert (url.hostname, url.query) == ("127.0.0.1", f"h5ad=data/{fixtures['csr'].name}")
    assert len(url.path.strip("/")) >= 40
    assert ask(shown, "")[2] == b"the page"
    status, headers, _ = ask(shown, "assets/core.wasm")
    assert (status, headers["Content-Type"], headers["Referrer-Policy"]) == (200, "application/wasm", "no-referrer")
    data, whole = f"data/{fixtures['csr'].name}", fixtures["csr"].read_bytes()
    assert ask(shown, data)[2] == whole
    size = len(whole)
    for said, first, end in [("5-14", 5, 15), ("100-", 100, size), ("-7", size - 7, size), (f"0-{10**12}", 0, size)]:
        status, headers, body = ask(shown, data, Range=f"bytes={said}")
        assert (status, headers["Content-Range"]) == (206, f"bytes {first}-{end - 1}/{size}")
        assert body == whole[first:end]
    assert ask(shown, data, Range=f"bytes={size}-")[:1] == (416,)
    status, headers, body = ask(shown, data, "HEAD")
    assert (status, headers["Content-Length"], body) == (200, str(size), b"")
    assert ask(shown, data, If_None_Match=headers["ETag"])[0] == 304


def test_others_are_refused(shown):
    token = urlsplit(shown.url).path
    port = urlsplit(shown.url).port
    for path in ["/", "/index.html", "/favicon.ico", f"{token[:-2]}x/", token.rstrip("/"), "//", f"/x{token}"]:
        assert ask(shown, path)[0] == 403
    for host in ["evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}", ""]:
        assert ask(shown, "", Host=host)[0] == 403
    for origin in ["https://evil.example", "null", f"https://127.0.0.1:{port}", f"http://127.0.0.1:{port}.evil.example"]:
        assert ask(shown, "", Origin=origin)[0] == 403
    assert ask(shown, "", Host=f"localhost:{port}", Origin=f"http://localhost:{port}")[0] == 200
    assert ask(shown, "", "POST")[0] == 501


@pytest.mark.parametrize(
    "path",
    ["../secret", "assets/../../secret", "%2e%2e/secret", "..%2fsecret", "assets/out/secret", "/etc/passwd", "%2fetc/passwd"]
    + ["assets", "sw.js", "data/", "data/other.h5ad", "data/../index.html/", "assets/%00", "..\\secret"],
)
def test_nothing_beside_the_page_and_the_file_is_served(shown, path):
    assert ask(shown, urlsplit(shown.url).path + path.replace("\\", "%5c"))[0] == 404


def test_what_cannot_be_shown_is_told(page, fixtures, tmp_path, monkeypatch):
    monkeypatch.setenv("PHENOLENS_PAGE", str(page))
    with pytest.raises(ViewError, match="gone.h5ad is not there"):
        view(tmp_path / "gone.h5ad")
    with pytest.raises(ViewError, match="is a folder"):
        view(tmp_path)
    shown = view(fixtures["csr"])
    with pytest.raises(ViewError, match="cannot be taken"):
        view(fixtures["csr"], port=urlsplit(shown.url).port)
    shown.close()
    with pytest.raises(ConnectionError):
        ask(shown, "")
    monkeypatch.setenv("PHENOLENS_PAGE", str(tmp_path))
    with pytest.raises(ViewError, match="npm run build:web"):
        view(fixtures["csr"])


def test_a_notebook_annotates_and_shows_the_page(page, fixtures, monkeypatch):
    monkeypatch.setenv("PHENOLENS_PAGE", str(page))
    monkeypatch.setenv("PYTHONPATH", str(ROOT / "cluster"))
    file = json.dumps(str(fixtures["csr"]))
    cells = [
        f"import phenolens, urllib.request\nlen(phenolens.annotate({file}, models='tiny-random', options=['--per-group', 'none']))",
        f"shown = phenolens.view({file}, height=300)\nshown",
        "urllib.request.urlopen(shown.url).read().decode()",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    NotebookClient(notebook, timeout=120, kernel_name="python3").execute()
    said, shown, fetched = [cell["outputs"][-1]["data"] for cell in notebook["cells"]]
    assert said["text/plain"] == "60"
    assert shown["text/html"].startswith('<iframe src="http://127.0.0.1:') and 'height="300"' in shown["text/html"]
    assert fetched["text/plain"] == "'the page'"
