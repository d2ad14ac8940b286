"""What is written for machines is told from what a person writes, by content alone."""

from __future__ import annotations

import pytest

from plancli.extract.machine_text import machine_text

MACHINES = {
    "JSON of a result": '{\n  "schema_version": "1.1",\n  "plans": [{"title": "云岭县2024年工作要点"}]\n}\n',
    "JSON, one line": '{"任务": "推进河道治理", "牵头单位": "水利局"}',
    "JSON, a list": '[\n  {"任务": "推进河道治理"}\n]',
    "JSON, numbers": "[1, 2, 3]",
    "JSON Lines": '{"任务": "推进"}\n{"任务": "落实"}\n',
    "JSON, empty": "{}",
    "XML": '<?xml version="1.0" encoding="utf-8"?>\n<计划><任务>推进河道治理</任务></计划>',
    "XML without a head": '<config name="a">\n  <entry>河道</entry>\n</config>\n',
    "SVG": '<svg xmlns="http://www.w3.org/2000/svg"><text>工作要点</text></svg>',
    "CSS": '/* 样式 */\nbody { color: red; }\n.task,\n.plan {\n  margin: 0 auto;\n  font-family: "宋体";\n}\n',
    "Python": 'import re\n\n# 取出任务\ndef tasks(text):\n    """任务表"""\n    found = re.findall("任务", text)\n    return found\n',
    "shell": "#!/bin/sh\n# 生成工作要点\necho 工作要点\n",
    "JavaScript": "const tasks = [];\n// 任务\nfunction add(name) {\n  tasks.push(name);\n  return tasks.length;\n}\nadd('水利局');\n",
    "C": '#include <stdio.h>\nint main(void) {\n  printf("工作要点");\n  return 0;\n}\n',
    "SQL": "create table tasks (id integer);\ninsert into tasks values (1);\nselect * from tasks;\n",
    "Java": "package a.b;\n\npublic class Plan {\n    private int year;\n    public int getYear() {\n        return year;\n    }\n}\n",
}
PEOPLE = {
    "a plan": "云岭县2024年工作要点\n一、深化改革\n1. 推进河道治理。6月底前完成。（责任单位：水利局）\n",
    "half-width signs": "云岭县2024年工作要点\n1. 推进治理;\n2. 落实责任(水利局);\n3. 完成验收;\n",
    "a year in brackets": "[2024]12号\n云岭县工作要点\n1. 推进治理。\n",
    "a name in brackets": "[云岭县]\n2024年工作要点\n",
    "braces": "{附件1}\n云岭县2024年任务清单\n1. 推进治理\n",
    "tabs": "序号\t任务\t单位\n1\t推进治理\t水利局\n2\t落实责任\t住建局\n",
    "CSV": "序号,任务,单位,时限\n1,推进治理,水利局,6月底\n2,落实责任,住建局,9月底\n",
    "Markdown": "# 云岭县2024年工作要点\n\n## 一、改革\n\n- 推进治理\n- 落实责任\n",
    "a tag in a text": "<b>云岭县2024年工作要点</b>\n1. 推进治理。\n",
    "one field": "year = 2024\n云岭县工作要点\n1. 推进治理。\n",
    "nothing": "",
}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("text", MACHINES.values(), ids=MACHINES)
def test_text_for_machines(text: str, encoding: str) -> None:
    assert machine_text(text.encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("text", PEOPLE.values(), ids=PEOPLE)
def test_text_for_people(text: str, encoding: str) -> None:
    assert machine_text(text.encode(encoding)) is None
