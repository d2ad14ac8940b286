"""What must be found of bodies and persons, in running text and in cells, and what must not."""

from __future__ import annotations

from ...grammar.corpus import Corpus, Negative
from ...grammar.reading import Reading
from .corpus_assignments import ASSIGNMENTS
from .corpus_cells import BREAKS, MARKS, NAMES, PERSONS, SEPARATORS
from .corpus_joints import BESIDE_BODIES, BULLETED, DUTIES, JOINTS, NEW_LABELS
from .corpus_names import COLLECTIVES, LABELS_OF_ANY_KIND, POSTS, RUNS, WHOLE_NAMES
from .corpus_open import OPEN
from .corpus_prose import ALONE_AND_DASH, BRACKETS, CLAUSES, DIVISIONS, LABELS, PERSONS_BY_POST, RULES_OF_READING
from .corpus_sentences import SENTENCES
from .reader import RULES, read
from .specimens import SpecimenFound

EXAMPLES = (
    *BRACKETS,
    *LABELS,
    *ALONE_AND_DASH,
    *CLAUSES,
    *PERSONS_BY_POST,
    *DIVISIONS,
    *RULES_OF_READING,
    *SEPARATORS,
    *NAMES,
    *MARKS,
    *BREAKS,
    *PERSONS,
    *WHOLE_NAMES,
    *RUNS,
    *COLLECTIVES,
    *LABELS_OF_ANY_KIND,
    *POSTS,
    *SENTENCES,
    *ASSIGNMENTS,
    *JOINTS,
    *DUTIES,
    *BESIDE_BODIES,
    *BULLETED,
    *NEW_LABELS,
    *OPEN,
)

NEGATIVES = (
    Negative("以预防为主，防治结合。", "a way of working"),
    Negative("落实政府责任", "what is done, though it ends like a body"),
    Negative("压实乡镇政府责任。", "what is done, though it ends like a body"),
    Negative("慰问优秀教师（特级教师周明远）。", "whom it is about"),
    Negative("请专家授课（市农科院研究员周明远）。", "whom it is about"),
    Negative("压实河湖长责任", "what is done, though it ends like a person's post"),
    Negative("层层压实网格长责任。", "what is done, though it ends like a person's post"),
    Negative("进一步落实园长责任，健全制度。", "what is done, though it ends like a name before a post"),
    Negative("健全制度。各镇落实属地责任。", "the actor of a sentence, and its duty"),
    Negative("由各镇推荐报县农业农村局审核。", "who passes it on"),
    Negative("统一安排在周五（11月7日完成并上报教科室）。", "what is done"),
    Negative("各学校组织本校负责消防的人员轮训一遍。", "whom to train"),
    Negative("发生事故的依法停产，并严肃追究企业主要负责人责任。", "who answers for it"),
    Negative("要倒查上级公司责任", "who answers for it"),
    Negative("强化部门协同", "what is done, though it ends like a body"),
    Negative("密切部门配合，形成合力。", "what is done, though it ends like a body"),
    Negative("各成员单位负责同志要带头宣讲。", "persons who act in a sentence"),
    Negative("精心组织实施。各单位要细化方案。", "how it is organized"),
    Negative("教育学院结合实际推进课程建设。", "the actor of a sentence"),
    Negative("积极配合公安部门做好校园周边治理。", "whom to help, in a sentence"),
    Negative("文明办牵头有关职能部门开展检查指导。", "the actor of a sentence, with an object behind 牵头"),
    Negative("以实验中学为牵头校，开展专业研究。", "a school in a role, no assignment"),
    Negative("建立街镇负责的早期教育机制。", "负责 as an attribute"),
    Negative("推动县职教中心成为牵头单位。", "an aim"),
    Negative("落实主体责任，强化责任督学挂牌督导。", "责任 as a noun"),
    Negative("（含责任督学、学科负责人）", "a bracket that speaks of persons' kinds"),
    Negative("开展学科负责人培训。（家长参与）", "no body"),
    Negative("办展（联系人：何静）。", "whom to ask"),
    Negative("强化领导，各支部书记高度负责。", "how, no name behind a post"),
    Negative("加强值守，站长应急负责。", "how, no name behind a post"),
    Negative("发动群众，网格员包干负责。", "how, no name behind a post"),
    Negative("组织校外教育（高年级）。", "for whom it is done"),
    Negative("举行开学典礼（全校）。", "for whom it is done"),
    Negative("落实责任部门和责任人，逐项销号。", "no colon, no name"),
    Negative("开展护林宣传，与县总工会配合。", "whom to work with"),
    Negative("开展护林宣传，学校配合。", "a kind of bodies, none in particular"),
    Negative("县总工会组织职工参加，团县委动员全体教师配合。", "people whom somebody calls in"),
    Negative("配合市教委完成考核申报工作。", "whom to help"),
    Negative("持续推行渡口安全值守制（含夜间）。", "a bracket without body"),
    Negative("落实《学校安全条例（试行）》。", "a title"),
    Negative("新建两所学校（青石小学、白塔中学）。", "a list of examples inside the sentence"),
    Negative("推动党建——业务融合发展。", "a dash within a sentence"),
    Negative("牵头组织开展联考、研讨等活动。", "no body before 牵头"),
    Negative("借助协会牵头企业的示范效应。", "牵头 as an attribute"),
    Negative("教育局会同财政局制定实施办法。", "actors of a sentence"),
    Negative("构建党委领导、政府负责、社会参与的工作格局。", "a set phrase about how things are run"),
    Negative("形成政府主导、部门配合、社会参与的格局。", "a set phrase"),
    Negative("完善校长负责制，压实责任。", "负责 inside a word"),
    Negative("成立专班，由县民政局主要负责同志任召集人，统筹推进。", "who holds a post in a body, as actor"),
    Negative("由县文旅局负责同志兼任办公室主任。", "who holds a post in a body, as actor"),
    Negative("县供销社牵头领导担任组长，定期会商。", "who holds a post in a body, as actor"),
    Negative("县水务局负责干部包联重点镇。", "who holds a post in a body, as actor"),
    Negative("（学校、家庭、社会共同参与）", "everybody"),
    Negative("（家庭负责、学校配合）", "everybody"),
    Negative("由县财政局负责日常工作。", "an actor with an object"),
    Negative("县卫健局要牵头制定方案。", "an actor with an object"),
    Negative("巩固提升成果（含城关镇、东山乡）。", "what a word takes in"),
    Negative("省疾控中心提供疫苗配送支持。", "an actor with an object"),
    Negative("督办单位：县政府督查室、县委督查室", "who sees to it that others do it"),
    Negative("各位领导：大家好。", "a salutation"),
    Negative("联系人：周明远，电话：12345678", "whom to ask"),
    Negative("出席领导：周明远", "who came"),
    Negative("提请县政府常务会议审议。", "请 within a word"),
    Negative("建设县乡村三级客运站（县级站、乡镇站）。", "kinds of stations"),
    Negative("推进集团化办学（市直学校）。年底前完成。", "a bracket of a kind behind a word"),
    Negative("建设乡镇卫生院（社区卫生服务中心）。", "a bracket that says what the word is"),
    Negative("清查水利工程（山塘水库）。", "what is looked into"),
    Negative("关闭落后产能(小砖厂)。", "what is looked into"),
    Negative("对接主管部门（市教育局）。", "a bracket that says who the word is"),
    Negative("打造数字政务——云端大厅。", "a dash that goes on with a title"),
    Negative("政府主导、部门配合、社会参与。", "a set phrase"),
    Negative("县供销社负责运营的门店全部改造。", "an attribute"),
    Negative("责任单位为何没有到场，要逐一说明。", "a question"),
    Negative("会同县财政局制定实施办法。", "nobody is said to lead"),
    Negative("定期分析研判，各部门协同配合。", "everybody, to help one another"),
    Negative("县水利局提供数据（县水利局已完成普查）。", "a bracket that tells what was done"),
    Negative("建设县委组织部公寓（人才之家）。", "another name of a thing"),
    Negative("（党政同责、一岗双责、齐抓共管）", "a set phrase"),
    Negative("（具体任务均涉及各市，不再分工）", "a rule of reading"),
    *(
        Negative(f"{label}：县一中、县医院", "a label of others than who does it")
        for label in (
            "试点单位",
            "市级试点单位",
            "参会单位",
            "验收单位",
            "主送单位",
            "重点单位",
            "机关事业单位",
            "申报单位",
        )
    ),
    Negative("施工主体：完善手续", "no body behind a label that has no word of role"),
    Negative("各有关单位：现将方案印发给你们。", "a salutation"),
    Negative("校长：李明", "a post"),
    Negative("实施一批项目（县医院扩建、县一中改造）。", "what befalls bodies"),
    Negative("（县档案馆搬迁）", "what befalls a body"),
    Negative("各部门各司其职，形成合力。", "everybody"),
    Negative("推动党建——县委组织部牵头的融合发展。", "an attribute behind a dash"),
    Negative("", "nothing"),
    Negative("召开例会。（全体社工）", "who is to come"),
    Negative("提高执法水平。（高效）", "one word of two characters is no name by itself"),
    Negative("各村主要负责人是第一责任人。", "what somebody is held to be names nobody"),
    Negative("镇长为第一责任人，分管领导为直接责任人。", "what somebody is held to be names nobody"),
    Negative("本办法由县教育局负责解释。", "who explains a paper does none of its tasks"),
    *(
        Negative(text, "a cell that names nobody", {"cell": True})
        for text in (
            "□县财政局 □县水利局",
            "单击此处输入文字。",
            "单击或点击此处输入文字",
            "",
            "/",
            "—",
            "——",
            "-",
            "无",
            "空",
            "暂无",
            "略",
            "等",
            "1",
            "…",
        )
    ),
    Negative("6月底前完成", "a time in the wrong column", {"cell": True}),
    Negative("/", "no person", {"cell": True, "persons": True}),
    Negative("无", "no person", {"cell": True, "persons": True}),
)


def plain(readings: list[Reading]) -> SpecimenFound:
    """Names with roles in order; a person's role has a sign before it."""
    return [
        (entry.name, f"@{entry.role}" if entry.person else entry.role)
        for reading in readings
        for entry in reading.value
    ]


CORPUS = Corpus("departments", read, RULES, EXAMPLES, NEGATIVES, plain)
