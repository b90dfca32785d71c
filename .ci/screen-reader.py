"""Reads the window as a screen reader does, through AT-SPI, and presses the controls named on the command line, one after another.
One that is written `@so` is only given the focus, which brings it into sight. Fails if a control has no name, or if one that is asked for cannot be found."""

import os
import subprocess
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

CONTROLS = {"push button", "button", "toggle button", "check box", "radio button", "entry", "slider", "link", "combo box"}


def application():
    desktop = Atspi.get_desktop(0)
    # What has come since is told as an event, and nobody waits for events here.
    desktop.clear_cache()
    children = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return next((c for c in children if c and (c.get_name() or "").lower() == "comity"), None)


def nodes(node, depth=0):
    if node is None or depth > 60:
        return []
    try:
        found = [(node.get_role_name(), (node.get_name() or "").strip(), node)]
        for i in range(node.get_child_count()):
            found += nodes(node.get_child_at_index(i), depth + 1)
    except GLib.Error:
        # Gone since its parent was read.
        return []
    return found


def read(at_least):
    """The tree, once it has grown."""
    tree, mute = [], []
    patience = 6
    for _ in range(60):
        tree = nodes(application())
        mute = [role for role, name, _ in tree if role in CONTROLS and not name]
        # What goes while it is read has no name any more: a fault is what stays without one.
        patience -= bool(mute)
        if len(tree) >= at_least and (not mute or patience <= 0):
            break
        time.sleep(0.5)
    if len(tree) < at_least or mute:
        sys.exit(f"screen reader: {len(tree)} nodes, controls without a name: {mute}")
    return tree


def picture(number, name):
    """Keeps what the screen shows, if somebody asked for it."""
    if folder := os.environ.get("SHOTS"):
        time.sleep(1.5)
        word = "".join(c if c.isalnum() else "-" for c in name.lower())[:24].strip("-")
        subprocess.run(["import", "-window", "root", f"{folder}/{number:02}-{word}.png"], check=True)


Atspi.init()
tree = read(5)
picture(0, "start")
for number, wanted in enumerate(sys.argv[1:], 1):
    looked_at, wanted = wanted.startswith("@"), wanted.removeprefix("@")
    for _ in range(40):
        controls = [(name, n) for role, name, n in tree if role in CONTROLS]
        # One that is called just so, before one that begins so.
        hit = next((n for name, n in controls if name == wanted), None) or next((n for name, n in controls if name.startswith(wanted)), None)
        if hit is not None:
            break
        # What changed first after a press need not be what was asked for.
        time.sleep(0.5)
        tree = read(5)
    else:
        sys.exit(f"screen reader: no control “{wanted}” among {[name for name, _ in controls]}")
    before = [name for _, name, _ in tree]
    try:
        done = hit.grab_focus() if looked_at else hit.do_action(0)
    except GLib.Error:
        # The page was drawn anew between reading and pressing: once more.
        tree = read(5)
        hit = next(n for role, name, n in tree if role in CONTROLS and name.startswith(wanted))
        done = hit.grab_focus() if looked_at else hit.do_action(0)
    if looked_at:
        picture(number, wanted)
        continue
    if not done:
        sys.exit(f"screen reader: “{wanted}” cannot be pressed")
    for _ in range(40):
        time.sleep(0.25)
        tree = read(5)
        if [name for _, name, _ in tree] != before:
            break
    else:
        sys.exit(f"screen reader: pressing “{wanted}” changed nothing")
    print(f"screen reader: pressed “{wanted}”; {len(tree)} nodes, every control named")
    picture(number, wanted)
