/** Headings that are no indicator: what a lane tells of its record, and lanes without a statistic. */
import type { IgnoredLane, LaneRole } from './recogniser.ts';
import { spell } from './spelling.ts';

export interface RoleWord {
  readonly role: LaneRole;
  readonly or?: LaneRole;
}

const words = (text: string): string[] => text.trim().split(/\s+/);

const ROLES: Readonly<Record<LaneRole, string>> = {
  institution: `机构 机构名称 机构全称 机构简称 单位名称 单位全称 单位简称 填报单位 填报单位名称 报送单位 上报单位 填报机构 填报机构名称
    报送机构 被考核单位 被考核机构 受检机构 技术机构 技术机构名称 计量技术机构 计量技术机构名称 法定计量检定机构 法定计量检定机构名称
    计量检定机构 计量检定机构名称 检定机构 检定机构名称 计量机构 计量机构名称 县级机构 县级计量技术机构 所属机构 统计单位 数据单位名称
    institution institutionname organisation organization institution_name 机构(单位) 单位(机构) 单位(机构)名称 机构(单位)名称`,
  institution_id: `机构编号 机构代码 机构编码 机构id 机构标识 单位代码 单位编号 单位编码 institution_id institutionid`,
  region: `地区 地区名称 地域 地方 区域 区域名称 辖区 属地 所在地 所在地区 所属地区 所属区域 统计地区 报送地区 填报地区 行政区 行政区域 行政区划
    行政区划名称 区划名称 区划 县 县区 区县 市县 县市 县市区 市县区 区县市 县(市、区) 县(市区) 县(区) 县(市) 县(区、市) 县、市、区 市、县、区
    区(县) 区(市、县) 区(县、市) 市(县、区) 市(县) 地区(县、市、区) 单位(县、市、区) 县(市、区)局 各县(市、区)局 区县局 县局 各县(市、区) 各县市区 县(市、区)名称 县(市、区)名 县区名称 区县名称 县名 县名称 县级市 县域
    所属县 所属县区 所属区县 所在县 所属县(市、区) 所在县(市、区) 县级行政区 县级区划 市县名称 市县(区)
    region regionname region_name county district area`,
  region_code: `行政区划代码 行政区划编码 行政区代码 行政区划码 区划代码 区划编码 区划码 地区代码 地区编码 地区编号 区域代码 区域编码 行政代码 县区代码
    区县代码 县代码 县(市、区)代码 国标代码 国标码 region_code regioncode adcode`,
  city: `市 地市 地市名称 地级市 设区市 设区的市 市州 市(州) 州市 地市州 市名 城市 所属市 所在市 所属地市 所属设区市 所在地市 上级市 市级 省 省份 省级 省(自治区、直辖市)
    所属省 所在省 city province prefecture`,
  period: `年份 年度 年 年月 季度 季 月份 月度 统计年度 统计年份 统计时间 统计期间 统计期 统计周期 统计日期 统计时点 报告期 报告年度 报告年份 数据年度
    数据年份 数据时间 数据期 数据日期 考核年度 考核年份 评价年度 填报年度 填报年份 填报期 时间 日期 期间 时期 时点 期次 所属期 所属年度 所属时期
    截止日期 截至日期 截止时间 截至时间 统计截止日期 统计截止时间 数据截止日期 数据截止时间 period year date quarter month`,
  indicator: `指标 指标名称 指标名 指标项 指标内容 指标项目 指标代码 指标编码 指标编号 统计指标 统计指标名称 统计项目 统计内容 统计项 评价指标 考核指标
    考核项目 评价项目 一级指标 二级指标 三级指标 数据项 数据项名称 项目 项目名称 内容 indicator indicatorname indicator_code indicatorcode`,
  value: `数值 值 数 数量 数额 数据 指标值 指标数值 统计值 统计数 统计数据 统计数值 实际值 实际数 实际 完成值 完成数 实绩 实绩值 填报值 填报数 填报数值
    填报数据 上报数 上报数据 上报值 本期 本期数 本期值 本年 本年数 本年实际 当年 当年数 当期值 当期数 期末数 期末值 年末数 报送值 报送数 value`,
  unit: `计量单位 指标单位 数据单位 度量单位 数值单位 统计单位(计量) unit units 单位(计量)`,
  note: `备注 备注说明 说明 注 附注 注释 备考 情况说明 文字说明 补充说明 其他说明 填报说明 数据说明 口径 口径说明 统计口径 变动说明 变动原因 变化说明 变化原因
    差异说明 原因说明 修改说明 特殊说明 备注(说明) note notes remark remarks comment comments`,
  missing_reason: `缺数原因 缺数说明 缺报原因 缺失原因 缺项原因 缺值原因 空缺原因 空值原因 未报原因 未报送原因 未填原因 未填报原因 无数据原因 没有数据原因
    missing_reason missingreason`,
};

/** Words whose meaning only the cells below tell. */
const EITHER: readonly (readonly [string, RoleWord])[] = [
  ['单位', { role: 'institution', or: 'unit' }],
  ['名称', { role: 'institution', or: 'indicator' }],
  ['name', { role: 'institution', or: 'indicator' }],
  ['代码', { role: 'region_code', or: 'indicator' }],
  ['编码', { role: 'region_code', or: 'indicator' }],
  ['code', { role: 'region_code', or: 'indicator' }],
];

const IGNORED: Readonly<Partial<Record<IgnoredLane, string>>> = {
  sequence: `序号 序 序次 序列 序列号 行号 行次 编号 号 顺序 顺序号 no no. # id`,
  contact: `联系人 联系人员 联系电话 联系方式 联系手机 电话 电话号码 办公电话 手机 手机号 手机号码 传真 传真号 邮箱 电子邮箱 电子邮件 邮编 邮政编码 地址
    通讯地址 通信地址 单位地址 详细地址 填报人 填报人员 填表人 制表人 统计人 统计人员 经办人 审核人 复核人 审批人 负责人 单位负责人 机构负责人 统计负责人
    分管领导 主管领导 法人 法人代表 法定代表人 职务 签字 签名 签章 盖章 公章 填报日期 填报时间 填表日期 填表时间 上报日期 上报时间 报送日期 报送时间
    提交时间 审核日期 统一社会信用代码 社会信用代码 信用代码 组织机构代码 填报部门 填报科室 contact phone tel email fax`,
  grouping: `片区 片 分片 所属片区 所在片区 责任片区 协作片 协作片区 协作区 联系片区 组别 分组 组 小组 所属组 责任组`,
  rank: `rank ranking 排名 名次 位次 排位 排序 序位 排名情况 名次情况`,
  score: `score 得分 总分 总得分 评分 分数 分值 积分 加分 扣分 减分 自评分 考核分 综合分 总评 总评分 得分情况`,
  growth: `growth change yoy 同比 环比 增长 增减 增幅 增速 增长率 变化 变动`,
};

const roleWords: ReadonlyMap<string, RoleWord> = new Map([
  ...Object.entries(ROLES).flatMap(([role, text]) =>
    words(text).map((word) => [spell(word), { role: role as LaneRole }] as const),
  ),
  ...EITHER,
]);
const ignoredWords: ReadonlyMap<string, IgnoredLane> = new Map(
  Object.entries(IGNORED).flatMap(([why, text]) =>
    words(text).map((word) => [spell(word), why as IgnoredLane] as const),
  ),
);

const plain = (text: string) => spell(text).replace(/ /g, '').replace(/:$/, '');

/** What a lane under this heading tells of its records; null for a word that is no role. */
export const roleOf = (heading: string): RoleWord | null => roleWords.get(plain(heading)) ?? null;

const RANK =
  /^(?:全市|全省|全县|全区|全国|本市|总|综合|得分|指数|总分)?(?:排名|名次|位次|排位|排序|序位)(?:变化|升降|变动)?$/;
const SCORE =
  /^(?:综合|总|最终|考核|评价|自评|评估|加权|标准化|归一化|指标|维度|累计|平均|本项|单项)?(?:得分|评分|总分|分数|分值|积分|标准分)(?:合计|小计)?$/;
const INDEX = /^(?:计量)?(?:技术机构)?(?:综合)?(?:能力)?(?:建设|水平)?(?:综合)?指数(?:得分|值)?$/;
const GROWTH =
  /^(?:[较比与同](?:上年度?|去年|上期|上一年|上年同期|去年同期|基期|同期)(?:相比|比)?(?:增长|增减|增加|增幅|增速|变化|变动|升降|提高|下降|减少|[+±-])?|同比|环比|(?:年均|年|同比|环比)?(?:增长|增减|增幅|增速|变动|变化|升降))(?:率|幅度|幅|额|量|值|数|情况|±?%|\(±?%\)|百分点|\(个?百分点\))*$/;

/** Why a lane under this heading holds no statistic of its own; null for any other word. */
export function ignoredAs(heading: string): IgnoredLane | null {
  const text = plain(heading);
  const word = ignoredWords.get(text);
  if (word !== undefined) return word;
  if (text.length > 20) return null;
  if (RANK.test(text)) return 'rank';
  if (SCORE.test(text) || INDEX.test(text)) return 'score';
  return GROWTH.test(text) ? 'growth' : null;
}

/**
 * A group of lanes under 得分, 排名 or 同比 holds those and not the numbers themselves; under 能力指数
 * it may hold anything.
 */
export function groupIgnoredAs(heading: string): IgnoredLane | null {
  const why = ignoredAs(heading);
  if (why === 'score') return INDEX.test(plain(heading)) ? null : why;
  return why === 'rank' || why === 'growth' ? why : null;
}

/** What groups of lanes are about; a group told by other words (省级, 授权, 长度) may be a part only. */
const THEMES =
  '计量 标准 社会 公用 强制 检定 校准 检测 测试 检校 技术 项目 机构 本机构 本单位 能力 建设 情况 基本 信息 人员 队伍 人才 注册 计量师 持证 岗位 服务 ' +
  '产业 服务企业 企业服务 助企 惠企 助企服务 科研 科技 创新 研究 实验室 重点实验室 平台 体系 管理 运行 证书 规范 依规 行为 指标 数据 统计 业务 工作 水平 质量 ' +
  '发展 成果 数量 主要 一览 明细 评价 考核 保障 基础 投入 产出 效能 成效 资质 及 和 与 、 方面 维度 部分 内容 综合 年度 本年 本年度 填报 ' +
  '上报 核心 其中 培训 课题 立项 总体';
const THEME = new RegExp(`^(?:${THEMES.split(' ').map(spell).join('|')})+$`);
/** Of a title that stands over all lanes. */
const TITLE =
  /(?:统计|汇总|一览|明细|情况|调查|数据|考核|评价|基本|指标|登记|上报|填报|年报|季报|月报|报)表$|台账$/;

/** True for a group that only says what its lanes are about, so that they mean what they say alone. */
export function isTheme(group: string): boolean {
  const text = plain(group).replace(/\((?:权重)?\d{1,3}(?:分|%)\)$/, '');
  return text.length <= 40 && (THEME.test(text) || TITLE.test(text));
}
