"""Drives the installed .NET kernel through Jupyter's protocol with nbclient, as a front end does.

Standard input: {"folder": the kernel's current folder, "actions": [...]}. An action is one of
  {"do": "all", "notebook": path}                      runs every code cell, in the kernel as it is
  {"do": "cell", "code": text, "interrupt": seconds}   runs one cell; the interrupt is sent so long after its start, if given
  {"do": "restart"}                                    restarts the kernel
The file named by the first argument (the kernel writes its log to standard output) gets a list with the executed cells of each action; "seconds" is the time from an interrupt to idle.
"""
import asyncio
import json
import sys
import time

import nbformat
from nbclient import NotebookClient

TIMEOUT = 240


def shown(cell):
    # plotly.js itself, in the set-up cell, is 3.6 MB.
    for output in cell.outputs:
        data = output.get("data", {})
        if "text/html" in data:
            html = "".join(data["text/html"])
            data["text/html"] = [html if len(html) < 1_000_000 else html[:1000]]
        if "text" in output:
            output["text"] = ["".join(output["text"])]
    return {"id": cell.get("id", ""), "cell_type": "code", "outputs": cell.outputs}


async def run(client, code, interrupt=None):
    cell = nbformat.v4.new_code_cell(code)
    client.nb.cells.append(cell)
    task = asyncio.create_task(client.async_execute_cell(cell, len(client.nb.cells) - 1))
    seconds = None
    if interrupt is not None:
        done, _ = await asyncio.wait([task], timeout=interrupt)
        if not done:
            start = time.monotonic()
            await client.km.interrupt_kernel()
            await task
            seconds = time.monotonic() - start
    await task
    return cell, seconds


async def main():
    request = json.load(sys.stdin)
    client = NotebookClient(
        nbformat.v4.new_notebook(), timeout=TIMEOUT, kernel_name=".net-csharp", allow_errors=True,
        resources={"metadata": {"path": request["folder"]}})
    results = []
    async with client.async_setup_kernel():
        for action in request["actions"]:
            cells, seconds = [], None
            if action["do"] == "all":
                notebook = nbformat.read(action["notebook"], as_version=4)
                for source in (cell for cell in notebook.cells if cell.cell_type == "code"):
                    cell, _ = await run(client, source.source)
                    cell["id"] = source["id"]
                    cells.append(shown(cell))
            elif action["do"] == "cell":
                cell, seconds = await run(client, action["code"], action.get("interrupt"))
                cells.append(shown(cell))
            elif action["do"] == "restart":
                await client.km.restart_kernel(now=True)
                await client.kc.wait_for_ready(timeout=TIMEOUT)
            results.append({"cells": cells, "seconds": seconds})
    with open(sys.argv[1], "w", encoding="utf-8") as file:
        json.dump(results, file)


asyncio.run(main())
