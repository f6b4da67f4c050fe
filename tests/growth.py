#!/usr/bin/env python3
"""How CPU time and memory of the generator grow with the document.

usage: growth.py [OPERATIONS] [RUNS]

Makes documents of 1, 2, 4, 8 and 16 times OPERATIONS (default 400) in one shape, generates each with the release binary, and
prints the least of RUNS (default 3): CPU seconds, greatest resident set, and both per operation against the smallest document.
Linear growth keeps the last two columns near 1.00 or below.
"""
import json
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORK = ROOT / "target" / "growth"
TIMES = (1, 2, 4, 8, 16)


def text(description, **others):
    return dict(type="string", description=description, **others)


def schema(number, count):
    """An object with scalars, an inline object, an enumeration, lists, a union and references to its neighbours."""
    other = {"$ref": f"#/components/schemas/Thing{(number * 7 + 3) % count}"}
    members = {f"text{index}": text(f"The text {index} of thing {number}.", maxLength=40 + index) for index in range(8)}
    members |= {
        "id": {"type": "integer", "format": "int64", "readOnly": True},
        "kind": {"type": "string", "enum": [f"kind_{number}_{index}" for index in range(5)]},
        "inner": {"type": "object", "required": ["name"], "properties": {"name": text("A name."), "size": {"type": "number"}}},
        "others": {"type": "array", "items": other},
        "either": {"oneOf": [{"type": "integer"}, other]},
    }
    return {"type": "object", "description": f"A thing of sort {number}.", "required": ["text0", "kind"], "properties": members}


def operations(number):
    thing = {"application/json": {"schema": {"$ref": f"#/components/schemas/Thing{number}"}}}
    errors = {"404": {"description": "Not there.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}}
    one = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    page = {"name": "page", "in": "query", "schema": {"type": "integer", "minimum": 1}}
    tags = [f"tag{number // 25}"]
    many = {"application/json": {"schema": {"type": "array", "items": thing["application/json"]["schema"]}}}
    return {
        f"/things{number}": {
            "get": {"operationId": f"things{number}List", "tags": tags, "parameters": [page], "responses": {"200": {"description": "All.", "content": many}}},
            "post": {"operationId": f"things{number}Create", "tags": tags, "requestBody": {"required": True, "content": thing}, "responses": {"201": {"description": "Made.", "content": thing}}},
        },
        f"/things{number}/{{id}}": {
            "parameters": [one],
            "get": {"operationId": f"things{number}Get", "tags": tags, "responses": {"200": {"description": "One.", "content": thing}} | errors},
            "delete": {"operationId": f"things{number}Delete", "tags": tags, "responses": {"204": {"description": "Gone."}} | errors},
        },
    }


def document(count):
    problem = {"type": "object", "required": ["detail"], "properties": {"detail": text("What is wrong.")}}
    paths = {}
    for number in range(count):
        paths |= operations(number)
    schemas = {f"Thing{number}": schema(number, count) for number in range(count)}
    return {"openapi": "3.0.3", "info": {"title": "Things", "version": "1"}, "paths": paths, "components": {"schemas": schemas | {"Problem": problem}}}


def measure(path):
    """CPU seconds and MiB of one run."""
    command = [ROOT / "target" / "release" / "specwright", "generate", path, "--out", WORK / "code", "--crate", "things"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"generation failed: {path}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    smallest = int(sys.argv[1]) if len(sys.argv) > 1 else 400
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cargo", "build", "--quiet", "--release"], check=True, cwd=ROOT)
    first = None
    print("| operations | CPU s | MiB | time per operation | memory per operation |\n|---|---|---|---|---|")
    for times in TIMES:
        path = WORK / f"things-{times}.json"
        path.write_text(json.dumps(document(smallest * times // 4)))
        seconds, memory = min(measure(path) for _ in range(runs))
        first = first or (seconds, memory)
        ratios = " | ".join(f"{value / times / base:.2f}" for value, base in zip((seconds, memory), first))
        print(f"| {smallest * times} | {seconds:.2f} | {memory:.0f} | {ratios} |")


if __name__ == "__main__":
    main()
