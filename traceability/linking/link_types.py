"""Link types: those of the GS1 Web Vocabulary 1.16 with their titles, and how a request or a file may write one.

A link type is an address in a vocabulary (`https://ref.gs1.org/voc/pip`), a CURIE (`gs1:pip`), the bare name (`pip`), or a
relation of the IANA registry (`license`). Types of other vocabularies are taken as addresses, unless they say again what a GS1
type says (GS1-Conformant Resolver 1.2.0 §2.14).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from traceability.linking.errors import LinkTypeInvalid

GS1: Final = "https://ref.gs1.org/voc/"
"""Namespace of the GS1 Web Vocabulary, as linksets write it."""
GS1_PREFIX: Final = "gs1:"
"""Its prefix in CURIEs."""
GS1_NAMESPACES: Final = (GS1, "https://gs1.org/voc/", "https://www.gs1.org/voc/", "http://gs1.org/voc/")
"""All writings of the namespace that were ever in use."""

TITLES: Final[Mapping[str, tuple[str, str]]] = {
    "activityIdeas": ("Activity Ideas", "活动创意"),
    "allergenInfo": ("Allergen information", "过敏原信息"),
    "appDownload": ("App download", "应用下载"),
    "backgroundInfo": ("Background Information", "背景资料"),
    "brandHomepageClinical": ("Information for professionals about this brand", "品牌主页(专业人员)"),
    "brandHomepagePatient": ("Information for patients about this brand", "品牌主页(患者)"),
    "careersInfo": ("Careers information", "招聘信息"),
    "certificationInfo": ("Certification Information", "认证信息"),
    "consumerHandlingStorageInfo": ("Consumer handling and storage information", "使用与储存说明"),
    "defaultLink": ("Default link", "默认链接"),
    "defaultLinkMulti": ("Default linkMulti", "可选默认链接"),
    "dpp": ("Digital Product Passport", "数字产品护照"),
    "eifu": ("Electronic Instructions For Use", "电子使用说明"),
    "epcis": ("EPC Information Services (EPCIS) repository", "EPCIS 事件库"),
    "epil": ("Electronic Patient Information Leaflet", "电子患者说明书"),
    "eventsInfo": ("Events information", "活动信息"),
    "faqs": ("Frequently Asked Questions", "常见问题"),
    "handledBy": ("Handled by", "由其他解析器处理"),
    "hasRetailers": ("Has Retailers", "销售商"),
    "homepage": ("Organisation Information Page", "企业主页"),
    "ingredientsInfo": ("Ingredients information", "成分信息"),
    "instructions": ("Instructions", "使用说明"),
    "jws": ("JSON Web Signature", "JSON 网络签名"),
    "leaveReview": ("Leave a review", "发表评价"),
    "locationInfo": ("Location information", "地点信息"),
    "logisticsInfo": ("Logistics information", "物流信息"),
    "loyaltyProgram": ("Loyalty program", "会员计划"),
    "masterData": ("Master data", "主数据"),
    "menuInfo": ("Menu information", "菜单"),
    "nutritionalInfo": ("Nutritional Information", "营养信息"),
    "openingHoursInfo": ("Opening hours information", "营业时间"),
    "paymentLink": ("Make Payment", "付款"),
    "pip": ("Product Information Page", "产品信息页"),
    "productSustainabilityInfo": ("Sustainability and recycling (deprecated)", "可持续与回收(旧)"),
    "promotion": ("Promotion", "促销"),
    "purchaseSuppliesOrAccessories": ("Purchase supplies or accessories", "购买耗材与配件"),
    "quickStartGuide": ("Quick start guide", "快速入门"),
    "recallStatus": ("Recall status", "召回状态"),
    "recipeInfo": ("Recipe website", "食谱"),
    "registerProduct": ("Register purchase", "产品注册"),
    "registryEntry": ("Entry in a register", "登记条目"),
    "relatedImage": ("Related image", "相关图片"),
    "relatedVideo": ("Related video", "相关视频"),
    "reportFound": ("Report found", "拾物报告"),
    "review": ("Reviews", "评价"),
    "safetyInfo": ("Safety information", "安全信息"),
    "scheduleTime": ("Scheduling/Reservation", "预约"),
    "serviceInfo": ("Service information", "服务与维修"),
    "smartLabel": ("SmartLabel", "SmartLabel 标签"),
    "smpc": ("Summary Product Characteristics (SmPC)", "产品特性概要"),
    "socialMedia": ("Social media", "社交媒体"),
    "statisticInfo": ("Statistics", "统计"),
    "subscribe": ("Subscribe", "订阅"),
    "support": ("Support", "支持"),
    "sustainabilityInfo": ("Sustainability and recycling", "可持续与回收"),
    "traceability": ("Traceability information", "溯源信息"),
    "tutorial": ("Tutorial", "教程"),
    "userAgreement": ("Sign waiver/agreement/document", "签署协议"),
    "verificationService": ("Verification Service", "验证服务"),
    "whatsInTheBox": ("What's in the box?", "箱内清单"),
}
"""Every link type of the GS1 Web Vocabulary 1.16 (gs1/WebVoc@f8f407b) with its title and our Chinese for it."""

REGISTERED: Final = frozenset(
    (
        "about", "alternate", "author", "canonical", "collection", "contents", "copyright", "describedby", "describes",
        "disclosure", "glossary", "help", "icon", "item", "license", "me", "monitor", "payment", "preview", "privacy-policy",
        "related", "replies", "service", "service-desc", "service-doc", "status", "successor-version", "tag",
        "terms-of-service", "type", "up", "via", "working-copy",
    )
)  # fmt: skip
"""Relations of the IANA registry that a firm may use (RFC 8288 §4.2)."""

DEFAULT_LINK: Final = f"{GS1}defaultLink"
"""The one link to which a resolver redirects when nothing better is asked for."""
DEFAULT_LINK_MULTI: Final = f"{GS1}defaultLinkMulti"
"""Links of which one may take its place by language, context or form."""
HANDLED_BY: Final = f"{GS1}handledBy"
"""Another resolver that answers for all codes under a prefix."""
RESERVED: Final = frozenset((DEFAULT_LINK, DEFAULT_LINK_MULTI, HANDLED_BY))
"""Types that say how a link stands or that a prefix is delegated: no firm gives them to a link."""

_OTHER = re.compile(r"https?://[a-zA-Z0-9./]+")
"""Addresses that the linkset schema takes as a relation."""
_LONGEST = 200


def relation_of(text: str) -> str:
    """Return the full form of a link type in any writing, whether or not any link has it.

    Raises:
        LinkTypeInvalid: it is no link type in any writing.
    """
    for namespace in (GS1_PREFIX, *GS1_NAMESPACES):
        if text.startswith(namespace):
            name = text[len(namespace) :]
            if not re.fullmatch("[A-Za-z]{1,60}", name):
                raise LinkTypeInvalid(text, "write the name of a GS1 link type behind the prefix, such as gs1:pip")
            return GS1 + name
    if text in TITLES:
        return GS1 + text
    if text in REGISTERED:
        return text
    if len(text) <= _LONGEST and _OTHER.fullmatch(text):
        return text
    raise LinkTypeInvalid(text, "write gs1:pip, the address of the type, or a registered relation such as license")


def kept_relation_of(text: str) -> str:
    """Return the full form of a link type that a firm may give to a link.

    Raises:
        LinkTypeInvalid: there is no such GS1 type, it is a reserved one, or another vocabulary says again what GS1 says.
    """
    relation = relation_of(text)
    if relation.startswith(GS1):
        if relation[len(GS1) :] not in TITLES:
            raise LinkTypeInvalid(text, f"{text} is no link type of the GS1 Web Vocabulary 1.16")
        if relation in RESERVED:
            raise LinkTypeInvalid(text, "give the link its own type and say by `default` how it stands")
        return relation
    if relation not in REGISTERED:
        name = relation.rstrip("/").rpartition("/")[2].lower()
        same = next((known for known in TITLES if known.lower() == name), None)
        if same is not None:
            raise LinkTypeInvalid(text, f"gs1:{same} is the type for this: other vocabularies do not repeat it")
    return relation


def curie_of(relation: str) -> str:
    """Return the short form of a link type: `gs1:pip`; other types as they are."""
    return GS1_PREFIX + relation[len(GS1) :] if relation.startswith(GS1) else relation


def title_of(relation: str, language: str) -> str:
    """Return what a link type is called in `zh` or `en`; types of other vocabularies by the last part of their address."""
    if relation.startswith(GS1) and relation[len(GS1) :] in TITLES:
        english, chinese = TITLES[relation[len(GS1) :]]
        return chinese if language == "zh" else english
    return relation.rstrip("/").rpartition("/")[2]
