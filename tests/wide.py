#!/usr/bin/env python3
"""How CPU time of the generator grows with documents that have one thing very often.

usage: wide.py [COUNT] [SHAPE...]

For each shape, or those that are named, makes documents with COUNT (default 4000) and four times COUNT of a thing, generates both
with the release binary without writing, and prints the CPU seconds and their ratio. Linear growth is a ratio of 4; well above
stands a search for each thing through all the others.
"""
import json
import os
import subprocess
import sys

from growth import ROOT, WORK

TEXT = {"type": "string"}
DONE = {"204": {"description": "Done."}}


def schemas(named, **others):
    return {"openapi": "3.1.0", "info": {"title": "Wide", "version": "1"}, "paths": {}, "components": {"schemas": named}, **others}


def schema(**keywords):
    return schemas({"Wide": keywords})


def operations(paths, components=None):
    return {"openapi": "3.1.0", "info": {"title": "Wide", "version": "1"}, "paths": paths, "components": components or {}}


def operation(**keywords):
    return operations({"/wide": {"get": {"operationId": "wide", "responses": DONE, **keywords}}})


def content(**keywords):
    return operation(responses={"200": {"description": "Wide.", **keywords}})


def reference(name):
    return {"$ref": f"#/components/schemas/{name}"}


def record(*names, **members):
    return {"type": "object", "required": list(names), "properties": members or {name: TEXT for name in names}}


def branches(count, member, **others):
    named = {f"Branch{number}": record("kind", kind=member(number)) for number in range(count)}
    return schemas(named | {"Wide": {"oneOf": [reference(name) for name in named], **others}})


def security(count):
    schemes = {f"key{number}": {"type": "apiKey", "in": "header", "name": f"X-{number}"} for number in range(count)}
    wide = {"operationId": "wide", "security": [{name: []} for name in schemes], "responses": DONE}
    return operations({"/wide": {"get": wide}}, {"securitySchemes": schemes})


def holes(count):
    names = [f"hole{number}" for number in range(count)]
    path = "".join(f"/{{{name}}}" for name in names)
    parameters = [{"name": name, "in": "path", "required": True, "schema": TEXT} for name in names]
    return operations({path: {"get": {"operationId": "wide", "parameters": parameters, "responses": DONE}}})


def many_operations(count, **keywords):
    def one(number):
        return {"operationId": f"wide{number}", "responses": DONE} | {key: make(number) for key, make in keywords.items()}

    return operations({f"/wide{number}": {"get": one(number)} for number in range(count)})


def errors(number):
    body = {"application/json": {"schema": record(f"member{number}")}}
    return {str(400 + number % 100): {"description": "Wrong.", "content": body}}


SHAPES = {
    "texts of an enumeration": lambda n: schema(type="string", enum=[f"value {number}" for number in range(n)]),
    "objects of an enumeration": lambda n: schema(enum=[{"a": number} for number in range(n)]),
    "members": lambda n: schema(**record(*[f"member{number}" for number in range(n)])),
    "members that differ by signs": lambda n: schema(properties={"a" + "-" * (number % 50) + "." * (number // 50): TEXT for number in range(n)}),
    "parts of an allOf": lambda n: schema(allOf=[record(f"member{number}") for number in range(n)]),
    "branches with constants": lambda n: branches(n, lambda number: {"const": number}),
    "branches with a discriminator": lambda n: branches(n, lambda _: TEXT, discriminator={"propertyName": "kind"}),
    "branches that are constants": lambda n: schema(oneOf=[{"const": f"value {number}"} for number in range(n)]),
    "positions of a tuple": lambda n: schema(type="array", prefixItems=[TEXT] * n, items=False, minItems=n),
    "conditions": lambda n: schema(type="object", allOf=[{"if": {"required": [f"a{number}"]}, "then": {"required": [f"b{number}"]}} for number in range(n)]),
    "references in a circle": lambda n: schemas({f"Wide{number}": record("next", next=reference(f"Wide{(number + 1) % n}")) for number in range(n)}),
    "equal inline types": lambda n: schema(type="object", properties={f"member{number}": record("a") for number in range(n)}),
    "parameters": lambda n: operation(parameters=[{"name": f"q{number}", "in": "query", "schema": TEXT} for number in range(n)]),
    "holes of a path": holes,
    "headers": lambda n: content(headers={f"X-{number}": {"schema": TEXT} for number in range(n)}),
    "media types": lambda n: content(content={f"application/a{number}+json": {"schema": record(f"member{number}")} for number in range(n)}),
    "error responses": lambda n: many_operations(n, responses=errors),
    "tags": lambda n: many_operations(n, tags=lambda number: [f"tag {number}"]),
    "operations with one id": lambda n: many_operations(n, operationId=lambda _: "wide"),
    "security schemes": security,
    "values of a server variable": lambda n: schemas({}, servers=[{"url": "https://{a}/", "variables": {"a": {"default": "a0", "enum": [f"a{number}" for number in range(n)]}}}]),
    "references that lead nowhere": lambda n: schema(type="object", properties={f"member{number}": reference(f"None{number}") for number in range(n)}),
    "types that are none": lambda n: schema(type="object", properties={f"member{number}": {"type": f"none{number}"} for number in range(n)}),
    "keywords that are none": lambda n: schema(**{f"keyword{number}": number for number in range(n)}),
}


def seconds(path):
    """CPU seconds of one run, whatever came of the document."""
    command = [ROOT / "target" / "release" / "specwright", "generate", path, "--out", WORK / "code", "--dry-run"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"generation crashed: {path}")
    return usage.ru_utime


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    WORK.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cargo", "build", "--quiet", "--release"], check=True, cwd=ROOT)
    path = WORK / "wide.json"
    print(f"| thing | CPU s for {count} | for {count * 4} | ratio |\n|---|---|---|---|")
    for name in sys.argv[2:] or SHAPES:
        taken = []
        for number in (count, count * 4):
            path.write_text(json.dumps(SHAPES[name](number)))
            taken.append(seconds(path))
        print(f"| {name} | {taken[0]:.2f} | {taken[1]:.2f} | {taken[1] / max(taken[0], 0.01):.1f} |", flush=True)


if __name__ == "__main__":
    main()
