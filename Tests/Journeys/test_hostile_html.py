"""Hostile HTML in mails, in a real browser: nothing executes, nothing is fetched."""

import pytest

from hostile_mail import Watched, kinds, sanitised

KINDS = kinds()


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_executes_and_nothing_is_fetched(kind, open_browser):
    """Promise: what is shown of a mail is dead, even without the frame's policy and sandbox.

    Seen to fail when the allow-list had `onerror`, and when it had `src` for remote pictures.
    """
    samples = KINDS[kind]
    watched = Watched(open_browser())
    for sample, html in zip(samples, sanitised(samples)):
        for framed in (True, False):
            assert watched.show(html, framed) == [], (sample, html)


@pytest.mark.parametrize(
    "sample",
    [
        "<script>__x=1</script>",
        "<img src=data:, onerror=__x=1>",
        "<svg onload=__x=1>",
        "<script>alert(1)</script>",
        "<img src=//net.test/1>",
        "<p style='background:url(//net.test/1)'>x",
        "<iframe srcdoc='<script>parent.__x=1</script>'></iframe>",
        "<meta http-equiv=refresh content=0;//net.test/>",
    ],
)
def test_the_watch_sees_what_happens(sample, open_browser):
    """Shown as it is, hostile HTML is noticed; otherwise the promise above says nothing."""
    assert Watched(open_browser()).show(sample, framed=False) != []
