"""The words of the page, in Chinese and English; reasons and doubts by the codes of diagnostics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from ...messages import recognised

Language = Literal["zh", "en"]

_WORDS: Mapping[str, tuple[str, str]] = {
    "lang": ("zh-CN", "en"),
    "source": ("原文", "Source"),
    "tasks": ("任务", "Tasks"),
    "timeline": ("时间轴", "Timeline"),
    "heat": ("部门与月份", "Bodies by month"),
    "left-out": ("未采用", "Left out"),
    "left-out-here": ("未采用的文字", "Text left out"),
    "doubts": ("存疑", "Doubts"),
    "doubt": ("存疑", "doubt"),
    "notes": ("整份文件的提示", "Notes on the whole file"),
    "search": ("查找任务、单位、时间", "Find tasks, bodies, times"),
    "all-departments": ("全部单位", "All bodies"),
    "all-months": ("全部月份", "All months"),
    "all-kinds": ("全部时间类型", "All kinds of time"),
    "all-roles": ("全部分工", "All roles"),
    "only-doubts": ("只看存疑", "Doubts only"),
    "document-order": ("按原文顺序", "Order of the source"),
    "clear": ("清除", "Clear"),
    "shown": ("项", "shown"),
    "none-shown": ("没有符合条件的任务。", "No task fits."),
    "no-tasks": ("没有找到任务。", "No task was found."),
    "none-left-out": ("没有未采用的文字。", "Nothing was left out."),
    "no-days": ("没有写明日期的任务。", "No task names a day."),
    "lead": ("牵头", "lead"),
    "support": ("配合", "support"),
    "responsible": ("责任", "responsible"),
    "deadline": ("时限", "deadline"),
    "period": ("时段", "period"),
    "ongoing": ("全年", "ongoing"),
    "recurring": ("周期", "recurring"),
    "conditional": ("视情", "conditional"),
    "leader": ("责任人", "person"),
    "inherited": ("承自上文", "inherited"),
    "corrected": ("已更正", "corrected"),
    "remarks": ("备注", "Remarks"),
    "until": ("截至", "by"),
    "page": ("第{}页", "page {}"),
    "sheet": ("工作表 {}", "sheet {}"),
    "cell": ("{}", "{}"),
    "table": ("表{}", "table {}"),
    "row": ("第{}行", "row {}"),
    "paragraph": ("第{}段", "paragraph {}"),
    "body": ("单位", "Body"),
    "total": ("合计", "Total"),
    "corrections": ("更正", "Corrections"),
    "correct": ("更正", "Correct"),
    "save": ("保存更正文件", "Save corrections"),
    "save-said": (
        "保存的 corrections.jsonl 交给 plancli parse、batch、tasks 或 view 的 --corrections。",
        "Give the corrections.jsonl that is saved to --corrections of plancli parse, batch, tasks or view.",
    ),
    "none-corrected": (
        "还没有更正。选中一项任务，点“更正”。",
        "Nothing is corrected yet. Choose a task, then Correct.",
    ),
    "undo": ("撤销", "Undo"),
    "done": ("确定", "Done"),
    "cancel": ("取消", "Cancel"),
    "strike": ("删去", "Strike"),
    "merge": ("与下一项合并", "Merge with the next"),
    "split": ("拆分", "Split"),
    "add": ("在其后新增", "Add behind"),
    "split-said": (
        "各项之间空一行；每项第一行是标题，其余是内容。",
        "An empty line between the tasks; the first line of each is its title, the rest its text.",
    ),
    "title": ("任务", "Title"),
    "text": ("内容", "Text"),
    "number": ("编号", "Number"),
    "departments": ("单位", "Bodies"),
    "leaders": ("责任人", "Persons"),
    "time_nodes": ("时间", "Times"),
    "read-anew": ("按文字识别", "read the words"),
    "more": ("增加", "Add"),
    "less": ("去掉", "Remove"),
    "unsaved": ("未保存", "not saved"),
    "bad-days": ("起止日期不对。", "The days do not fit."),
    "no-title": ("任务不能为空。", "A task needs a title."),
    "keys": ("快捷键", "Keys"),
    "keys-said": (
        "J／K 下一项、上一项 · D 下一处存疑 · / 查找 · 1–5 换栏 · Esc 清除",
        "J/K next, previous task · D next doubt · / find · 1–5 tabs · Esc clear",
    ),
    "absent-never": ("按要求不画页面，左边是文字。", "Pages are not drawn, as asked; the left is text."),
    "absent-not-found": (
        "原文件不在结果所记的位置，左边是识别出的文字。",
        "The file is not where the result says; the left is the text that was read.",
    ),
    "absent-changed": (
        "原文件已经改动，左边是识别出的文字。",
        "The file has changed since; the left is the text that was read.",
    ),
    "absent-no-pages": ("这种文件没有页面图，左边是文字。", "Files of this kind have no pictures; the left is text."),
    "absent-withheld": (
        "按要求略去人员，左边不是原文，而是隐去姓名和电话后的识别文字。",
        "Persons are left out, as asked; the left is the text that was read, without names and numbers.",
    ),
    "absent-undrawn": ("页面无法显示，左边是文字。", "The pages could not be drawn; the left is text."),
}

# code of a diagnostic → what it says in Chinese
_CODES_ZH: Mapping[str, str] = {
    "no-tasks": "没有找到任务",
    "no-plan": "有任务，但不像计划",
    "items-outside-plan": "有写明责任和时间的条目没有归入计划",
    "no-year": "没有写明年份，日期空缺",
    "invalid-date": "日历上没有这一天",
    "before-plan-year": "按字面，期限落在计划年度之前",
    "recurrence-unfit": "周期没有这一部分，规则按整个周期给出",
    "number-gap": "序号中缺号",
    "number-repeated": "序号重复",
    "number-order": "序号次序颠倒",
    "number-unreadable": "序号列中的内容不是序号",
    "missing-plan": "目录中列出的计划没有正文",
    "level-guessed": "任务所在层级为推断",
    "header-guessed": "表格没有表头，各列为推断",
    "task-column-guessed": "表头中没有任务列，任务列为推断",
    "column-unknown": "不认识的列",
    "cell-unplaced": "有单元格无处归入",
    "unreadable-cell": "单元格中没有找到名称",
    "doubtful-name": "名称可能不是这样",
    "correction-unplaced": "更正没有采用，所指的位置已经找不到",
    "persons-withheld": "按要求略去了责任领导、联系人和电话号码",
    "struck": "更正为不是任务的文字",
    "lost-text": "有文字没有归入任何字段",
    "outside-plan": "不属于任何计划的文字",
    "page-number": "页码",
    "running-head": "页眉页脚",
    "mark": "（此页无正文）之类的标记",
    "web-frame": "网页框架",
    "attachment-link": "网页链接、PDF 内嵌的附件未读取",
    "article-guessed": "网页正文可能不全",
    "contents": "目录",
    "attachment-mark": "附件标记",
    "masthead": "版头、文号、日期",
    "colophon": "落款、日期、版记",
    "table-header": "表头",
    "row-doubtful": "这一行缺一格，其余各格可能属于别的列，或与上一行合并",
    "repeated-column": "重复的列",
    "repeated-cell": "合并单元格的重复",
    "repeated-header": "重复的表头",
    "continued-mark": "“续表”之类的标记",
    "number-alone": "没有任务的序号",
    "week-without-task": "没有安排的周",
    "empty-mark": "表示空的单元格",
    "total": "合计",
    "column-numbers": "列号",
    "rule": "用字符画的线",
    "unplaced": "找不到归属的单元格",
    "table-text-unread": "表格文字，各列已无法分清",
    "table-without-tasks": "没有任务的表格",
    "colour-read": "只有颜色的单元格按标记读取",
    "hidden-text": "读者看不见的文字",
    "ruby-text": "文字上方的小字，如注音",
    "replacement-text": "PDF 另附的替代文字与印出的不同",
    "unread-text": "不应有文字的结构里有文字，未读取",
    "turned-text": "与页面方向不一致的文字",
    "watermark": "水印",
    "line-number": "页边的行号",
    "note-mark": "脚注和尾注的注号",
    "side-note": "页边的旁注",
    "outside-page": "页面之外的文字",
    "clipped-text": "被裁去的文字",
    "covered-text": "被遮盖的文字",
    "footnote-text": "脚注和尾注",
    "drawing-text": "图形中的文字未读取",
    "imported-text": "整体嵌入的文档未读取",
    "garbled-characters": "有字符没有含义",
    "page-unreadable": "有一页无法读取",
    "picture-unread": "页面有图片，其中的文字未读取",
    "page-without-text": "有一页是图片或空白",
    "page-by-ocr": "图片页已用 OCR 读取",
    "doubtful-ocr": "识别拿不准的行",
    "doubtful-encoding": "编码是猜测的",
    "undecodable-text": "有字节不是字符",
    "control-characters": "控制字符",
}


class PageWords:
    """The words in one language."""

    def __init__(self, language: Language) -> None:
        self.language = language

    def __call__(self, name: str) -> str:
        """A word by its name."""
        return _WORDS[name][self.language == "en"]

    def place(self, name: str, value: str | int) -> str:
        """A place by its name: 第3页."""
        return self(name).format(value)

    def field(self, name: str) -> str:
        """A field of a task by its name in the contract."""
        return self(name) if name in _WORDS else name

    def code(self, code: str, message: str = "") -> str:
        """What a diagnostic's code says: its message, which says more, in Chinese where the catalogue has it; else the code in words."""
        if self.language == "zh":
            said = recognised(message, "zh") if message else message
            chinese = said != message or any(
                "㐀" <= sign <= "鿿" for sign in said[:1]
            )  # `--lang zh` has said it so already
            return said if chinese else _CODES_ZH.get(code, message or code)
        return message or code.replace("-", " ")
