CREATE CONSTRAINT zhitu_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
UNWIND [
{id: 'community:枣陈村', properties: {label: '枣陈村', x: 824.534, y: -461.89, size: 16.0, color: '#009e73', `type`: 'community', `mentions`: 1, `documents`: 1}},
{id: 'community:紫竹社区', properties: {label: '紫竹社区', x: 552.218, y: -100.181, size: 16.0, color: '#009e73', `type`: 'community', `aliases`: ['紫竹'], `mentions`: 4, `documents`: 1, `quantities`: '二十余场社群活动|百余人就业'}},
{id: 'community:翰林社区', properties: {label: '翰林社区', x: -361.163, y: -841.692, size: 24.0, color: '#009e73', `type`: 'community', `mentions`: 4, `documents`: 1, `quantities`: '17个三级网格|78个微网格'}},
{id: 'community:迎春片区', properties: {label: '迎春片区', x: -177.394, y: -466.518, size: 19.3137, color: '#009e73', `type`: 'community', `mentions`: 1, `documents`: 1}},
{id: 'community:锦华苑社区', properties: {label: '锦华苑社区', x: -1000.0, y: -402.712, size: 16.0, color: '#009e73', `type`: 'community', `mentions`: 4, `documents`: 1}}
] AS row
MERGE (n:Entity {id: row.id})
SET n:`community`, n += row.properties;
UNWIND [
{id: 'office:党中央', properties: {label: '党中央', x: -647.357, y: 236.104, size: 25.8885, color: '#0072b2', `type`: 'office', `mentions`: 1, `documents`: 1}},
{id: 'office:区委', properties: {label: '区委', x: -819.92, y: 526.114, size: 25.8885, color: '#0072b2', `type`: 'office', `mentions`: 1, `documents`: 1, `note`: '文中未写全称'}},
{id: 'office:市委', properties: {label: '市委', x: -970.242, y: 265.592, size: 25.8885, color: '#0072b2', `type`: 'office', `mentions`: 1, `documents`: 1, `note`: '文中未写全称'}},
{id: 'office:枫杨办事处', properties: {label: '枫杨办事处', x: -587.374, y: -276.811, size: 40.0, color: '#0072b2', `type`: 'office', `mentions`: 17, `documents`: 1, `quantities`: '300余平方米建筑物|700余平方米土地|150米围挡|五项重点民生实事项目|1203件|554件群众随手拍|76岁'}},
{id: 'office:枫杨办事处党工委', properties: {label: '枫杨办事处党工委', x: -136.961, y: -144.851, size: 16.0, color: '#0072b2', `type`: 'office', `mentions`: 1, `documents`: 1}},
{id: 'office:沟赵办事处', properties: {label: '沟赵办事处', x: 792.577, y: -203.064, size: 24.0, color: '#0072b2', `type`: 'office', `aliases`: ['沟赵'], `mentions`: 11, `documents`: 1, `quantities`: '五颗星|两年创成|13次学习会议|4次培训|4000余名党员群众|1.9万余人辖区党员群众|6个社区|106支|67次|30余万元治理基金|1000余人群体'}},
{id: 'office:沟赵办事处党工委', properties: {label: '沟赵办事处党工委', x: 1000.0, y: -44.114, size: 19.3137, color: '#0072b2', `type`: 'office', `mentions`: 2, `documents`: 1, `note`: '文中作“办事处党工委”'}},
{id: 'office:省委', properties: {label: '省委', x: -495.194, y: 467.659, size: 25.8885, color: '#0072b2', `type`: 'office', `mentions`: 1, `documents`: 1, `note`: '文中未写全称'}}
] AS row
MERGE (n:Entity {id: row.id})
SET n:`office`, n += row.properties;
UNWIND [
{id: 'person:刘地', properties: {label: '刘地', x: 506.952, y: 645.223, size: 19.3137, color: '#d55e00', `type`: 'person', `mentions`: 2, `documents`: 2, `note`: '记者'}},
{id: 'person:张阿姨@articles.txt#2', properties: {label: '张阿姨', x: -990.406, y: -715.533, size: 16.0, color: '#d55e00', `type`: 'person', `mentions`: 1, `documents`: 1}},
{id: 'person:李金星', properties: {label: '李金星', x: 409.39, y: 872.787, size: 16.0, color: '#d55e00', `type`: 'person', `mentions`: 1, `documents`: 1, `note`: '通讯员'}},
{id: 'person:沈莹', properties: {label: '沈莹', x: 606.236, y: 418.564, size: 16.0, color: '#d55e00', `type`: 'person', `mentions`: 1, `documents`: 1, `note`: '通讯员'}},
{id: 'person:黄蓉蓉', properties: {label: '黄蓉蓉', x: -546.302, y: -872.787, size: 21.8564, color: '#d55e00', `type`: 'person', `mentions`: 7, `documents`: 1, `note`: '翰林社区党支部书记'}}
] AS row
MERGE (n:Entity {id: row.id})
SET n:`person`, n += row.properties;
UNWIND [
{id: '8652e14db208c85e', source: 'community:翰林社区', target: 'office:枫杨办事处', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.195507, `llr`: 0.779808, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:83:42 “……这些时时挂在嘴边的话语，是枫杨办事处翰林社区居民对社区党支部书记黄蓉蓉最直接的认可。”'}},
{id: '989fbe080f07694f', source: 'community:翰林社区', target: 'person:黄蓉蓉', properties: {weight: 3.0, `predicate`: 'co_occurs', `count`: 3, `documents`: 1, `npmi`: 0.85216, `llr`: 19.9057, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:83:1 “社区里大爷大妈亲切地叫她“丫头”，不管谁家遇到麻烦事都会说：“有啥事，找黄书记。””'}},
{id: 'f9c89ee11979ba84', source: 'community:迎春片区', target: 'office:枫杨办事处', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.436755, `llr`: 4.04627, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:99:9 “枫杨办事处迎春片区，是郑州高新区业态较为复杂且具有活力的多元区域，涵盖枫杨办事处乃至高新区的商业核心区与居民居住密集区，基层治理难度较大。”'}},
{id: '6d1658c0d152f56a', source: 'office:党中央', target: 'office:区委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 1.0, `llr`: 11.0972, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: 'f69b1d1c9e2a92a7', source: 'office:党中央', target: 'office:市委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 1.0, `llr`: 11.0972, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: 'b379e2d180892485', source: 'office:党中央', target: 'office:枫杨办事处', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.436755, `llr`: 4.04627, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: 'ede7eefb92fc215e', source: 'office:党中央', target: 'office:省委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 1.0, `llr`: 11.0972, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: '70427764ae0094d3', source: 'office:区委', target: 'office:市委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 1.0, `llr`: 11.0972, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: '61e4d8555e584315', source: 'office:区委', target: 'office:枫杨办事处', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.436755, `llr`: 4.04627, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: '93dc3699c68a4b1c', source: 'office:区委', target: 'office:省委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 1.0, `llr`: 11.0972, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: 'c6ce9de5b9b73ad5', source: 'office:市委', target: 'office:枫杨办事处', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.436755, `llr`: 4.04627, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: 'd28826d960e2864e', source: 'office:市委', target: 'office:省委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 1.0, `llr`: 11.0972, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: '4344774859c4b7c4', source: 'office:枫杨办事处', target: 'office:省委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.436755, `llr`: 4.04627, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:105:17 “枫杨办事处主要负责人表示，下一步，将继续坚持以习近平新时代中国特色社会主义思想为指导，完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求，以攻坚克难的勇气、百折不挠的韧劲、真抓实干的作风，进一步引导全办广大党员把心思集中在“想干事”上，把本领体现在“会干事”上，把目标锁定在“干成事”上，不断把党建激发出来的发展活力转化为推动高质量发展的具体实践，为把高新区建设成为世界一流高科技园区的奋斗目标做出新的更大贡献。”'}},
{id: '52f990e846d26a10', source: 'office:枫杨办事处', target: 'person:张阿姨@articles.txt#2', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.436755, `llr`: 4.04627, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:95:46 “在枫杨办事处锦华苑社区食堂，76岁的张阿姨点赞这里的用餐环境和丰富的菜品，深得老人们的喜欢。”'}},
{id: '0b58ea591bd1dbc1', source: 'office:枫杨办事处', target: 'person:黄蓉蓉', properties: {weight: 2.0, `predicate`: 'co_occurs', `count`: 2, `documents`: 1, `npmi`: 0.277833, `llr`: 2.27657, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:83:42 “……这些时时挂在嘴边的话语，是枫杨办事处翰林社区居民对社区党支部书记黄蓉蓉最直接的认可。”'}},
{id: '198f448ecb9cb295', source: 'office:沟赵办事处', target: 'office:沟赵办事处党工委', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.391159, `llr`: 2.45191, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:29:34 “办事处坚持抓住党工委班子、村（社区）“两委”成员关键少数，明确责任清单，细化任务分工，每周以环境治理、安置回迁等创建关键要素为观摩点开展观摩活动，倒逼相关责任人抓落实，着力攻坚克难，确保创建工作落地有声。”'}},
{id: '75911a409177cd95', source: 'person:刘地', target: 'person:李金星', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.84779, `llr`: 8.3246, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:53:1 “本报记者 刘地 通讯员 李金星”'}},
{id: '7778bc18f7dcfb51', source: 'person:刘地', target: 'person:沈莹', properties: {weight: 1.0, `predicate`: 'co_occurs', `count`: 1, `documents`: 1, `npmi`: 0.84779, `llr`: 8.3246, `confidence`: 1.0, `symmetric`: true, `evidence`: 'articles.txt:107:1 “本报记者 刘地 通讯员 沈莹”'}}
] AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:`co_occurs` {id: row.id}]->(b)
SET r += row.properties;
UNWIND [
{id: 'cc33fcdf5bbc294e', source: 'office:枫杨办事处', target: 'office:党中央', properties: {weight: 1.0, `predicate`: 'guided_by', `count`: 1, `documents`: 1, `confidence`: 0.7, `symmetric`: false, `evidence`: 'articles.txt:105:60 “完整、准确、全面贯彻党中央决策部署”'}},
{id: '188b83ace37f63fa', source: 'office:枫杨办事处', target: 'office:区委', properties: {weight: 1.0, `predicate`: 'guided_by', `count`: 1, `documents`: 1, `confidence`: 0.7, `symmetric`: false, `evidence`: 'articles.txt:105:60 “完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求”'}},
{id: '6c735f586b2c26af', source: 'office:枫杨办事处', target: 'office:市委', properties: {weight: 1.0, `predicate`: 'guided_by', `count`: 1, `documents`: 1, `confidence`: 0.7, `symmetric`: false, `evidence`: 'articles.txt:105:60 “完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求”'}},
{id: '80e8c9575299fc4a', source: 'office:枫杨办事处', target: 'office:省委', properties: {weight: 1.0, `predicate`: 'guided_by', `count`: 1, `documents`: 1, `confidence`: 0.7, `symmetric`: false, `evidence`: 'articles.txt:105:60 “完整、准确、全面贯彻党中央决策部署及省委、市委、区委党建工作要求”'}}
] AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:`guided_by` {id: row.id}]->(b)
SET r += row.properties;
UNWIND [
{id: '56ecbf6f2c084486', source: 'person:黄蓉蓉', target: 'community:翰林社区', properties: {weight: 1.0, `predicate`: 'leads', `count`: 1, `documents`: 1, `confidence`: 0.9, `symmetric`: false, `evidence`: 'articles.txt:83:62 “翰林社区居民对社区党支部书记黄蓉蓉”'}}
] AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:`leads` {id: row.id}]->(b)
SET r += row.properties;
UNWIND [
{id: '7ccb5a57bf21faf6', source: 'community:枣陈村', target: 'office:沟赵办事处', properties: {weight: 2.0, `predicate`: 'part_of', `count`: 2, `documents`: 1, `confidence`: 1.0, `symmetric`: false, `evidence`: 'articles.txt:49:138 “枣陈村”'}},
{id: '57cf670914f8d1b0', source: 'community:紫竹社区', target: 'office:沟赵办事处', properties: {weight: 2.0, `predicate`: 'part_of', `count`: 2, `documents`: 1, `confidence`: 1.0, `symmetric`: false, `evidence`: 'articles.txt:39:80 “紫竹社区”'}},
{id: '9f7919c714809db9', source: 'community:翰林社区', target: 'office:枫杨办事处', properties: {weight: 2.0, `predicate`: 'part_of', `count`: 2, `documents`: 1, `confidence`: 1.0, `symmetric`: false, `evidence`: 'articles.txt:83:57 “枫杨办事处翰林社区”'}},
{id: '51562dadeff25bdf', source: 'community:迎春片区', target: 'office:枫杨办事处', properties: {weight: 2.0, `predicate`: 'part_of', `count`: 2, `documents`: 1, `confidence`: 1.0, `symmetric`: false, `evidence`: 'articles.txt:99:9 “枫杨办事处迎春片区”'}},
{id: '7d66d0ac7cf314e1', source: 'community:锦华苑社区', target: 'office:枫杨办事处', properties: {weight: 2.0, `predicate`: 'part_of', `count`: 2, `documents`: 1, `confidence`: 1.0, `symmetric`: false, `evidence`: 'articles.txt:95:47 “枫杨办事处锦华苑社区”'}},
{id: '40585d3bdf10395d', source: 'office:枫杨办事处党工委', target: 'office:枫杨办事处', properties: {weight: 2.0, `predicate`: 'part_of', `count`: 2, `documents`: 1, `confidence`: 1.0, `symmetric`: false, `evidence`: 'articles.txt:57:20 “枫杨办事处党工委”'}},
{id: '1f022fb6eadda98b', source: 'office:沟赵办事处党工委', target: 'office:沟赵办事处', properties: {weight: 2.0, `predicate`: 'part_of', `count`: 2, `documents`: 1, `confidence`: 1.0, `symmetric`: false, `evidence`: 'articles.txt:23:57 “办事处党工委”'}}
] AS row
MATCH (a:Entity {id: row.source})
MATCH (b:Entity {id: row.target})
MERGE (a)-[r:`part_of` {id: row.id}]->(b)
SET r += row.properties;
