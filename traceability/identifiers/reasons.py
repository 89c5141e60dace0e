"""Why a text is no identifier, or not as its standard wants it: every reason code with a sentence for people.

A scheme may add reasons of its own in its file (`Scheme.reasons`); those here are shared.
"""

from collections.abc import Mapping

Sentences = Mapping[str, str]
"""A sentence for each language: ``en`` and ``zh``."""

_SHARED: Mapping[str, tuple[str, str]] = {
    "ambiguous": ("It can be read in two ways.", "这个编码可以有两种读法。"),
    "application-identifier": ("There is no such application identifier.", "没有这个应用标识符。"),
    "attribute": ("This part belongs to the key, not to the attributes.", "这一部分属于主键，不能作为属性。"),
    "character": ("It holds a character that is not allowed there.", "含有此处不允许的字符。"),
    "check-digit": ("Its check digit is wrong.", "校验码不正确。"),
    "check-pair": ("Its two check characters are wrong.", "末尾两位校验字符不正确。"),
    "company-prefix": ("It does not begin with a GS1 company prefix.", "开头不是GS1厂商识别代码。"),
    "compressed": ("It is no compressed GS1 Digital Link.", "不是压缩的GS1数字链接。"),
    "country": ("It names no country of ISO 3166.", "不是ISO 3166中的国家或地区代码。"),
    "coupon": ("The data of the coupon is not as its standard wants it.", "优惠券数据不符合规范。"),
    "currency": ("It names no currency of ISO 4217.", "不是ISO 4217中的货币代码。"),
    "date": ("It is no date of the calendar.", "不是有效的日期。"),
    "digits-only": ("It holds digits only.", "只有数字，至少应有一个其他字符。"),
    "empty": ("There is nothing to read.", "内容为空。"),
    "epc-form": ("It is no EPC URN of the EPC Tag Data Standard.", "不是EPC标签数据标准规定的EPC URN。"),
    "epc-pattern": ("The star of a pattern stands in the wrong place.", "模式中星号的位置不正确。"),
    "epc-scheme": ("There is no such EPC scheme.", "没有这种EPC方案。"),
    "excluded": ("Two of its parts may not stand together.", "其中两个部分不能同时出现。"),
    "fnc1": ("It does not begin with FNC1.", "开头没有FNC1。"),
    "hyphen": ("A minus sign is expected here.", "此处应为负号。"),
    "iban": ("It is no account number (IBAN).", "不是有效的国际银行账号（IBAN）。"),
    "importer-index": ("The importer index is not allowed.", "进口商索引字符不允许。"),
    "key-missing": ("It says nothing that has an identity of its own.", "其中没有可识别对象的主键。"),
    "keys-many": ("It names more than one thing.", "其中包含多个主键，指向多个对象。"),
    "latitude": ("It is no latitude.", "不是有效的纬度。"),
    "leading-zero": ("A zero is missing before the digits.", "数字前缺少一个零。"),
    "length": ("It is too short or too long.", "长度不正确。"),
    "longitude": ("It is no longitude.", "不是有效的经度。"),
    "media-type": ("There is no such type of medium.", "没有这种载体类型。"),
    "no-leading-zero": ("A number stands here without leading zeros.", "此处的数字不能以零开头。"),
    "no-lots": ("Such things have no lots.", "这类对象没有批次。"),
    "not-text": ("It is not a text.", "不是文本。"),
    "number": ("A number is too large.", "数值过大。"),
    "package-type": ("There is no such type of package.", "没有这种包装类型。"),
    "path": ("A part of the address is too many.", "网址路径多出一段。"),
    "percent-encoding": ("A percent sign is not followed by two hexadecimal digits.", "百分号编码不正确。"),
    "piece": ("The number of the piece does not fit the count of pieces.", "件号与总件数不符。"),
    "prefix": ("There is no such prefix.", "前缀不正确。"),
    "qualifier": ("A part of the address does not belong to the key.", "网址中的某一段不属于该主键。"),
    "qualifier-order": ("The parts of the address stand in the wrong order.", "网址各段的顺序不正确。"),
    "reference-missing": ("Its reference behind the company prefix is missing.", "厂商识别代码之后缺少参考代码。"),
    "repeated": ("A part stands twice.", "某一部分重复出现。"),
    "required": ("It lacks a part that another of its parts requires.", "缺少另一部分所要求的内容。"),
    "rest": ("The part behind the prefix is not one of this scheme.", "前缀之后的部分不符合该编码规则。"),
    "scheme": ("There is no such scheme.", "没有这种编码体系。"),
    "sequence": ("A place and a count are expected, such as 1/2.", "此处应为序号和总数，例如1/2。"),
    "serial-missing": ("Its serial number is missing.", "缺少序列号。"),
    "sex": ("It is no code of ISO 5218.", "不是ISO 5218中的代码。"),
    "suffix-missing": ("The part behind the slash is missing.", "缺少斜线后的部分。"),
    "time": ("It is no time of the day.", "不是有效的时间。"),
    "too-long": ("It is too long.", "内容过长。"),
    "unknown-form": ("It is no code of a scheme that is known here.", "不是已知的编码。"),
    "unknown-kind": ("There is no such kind of code.", "没有这种编码类别。"),
    "web-address": ("It is no well-formed web address.", "不是格式正确的网址。"),
    "winding": ("There is no such winding direction.", "没有这种卷绕方向。"),
    "yes-no": ("Here stands 0 or 1.", "此处应为0或1。"),
    "zero": ("This number cannot be zero.", "此数不能为零。"),
}
_reasons: dict[str, Sentences] = {reason: {"en": en, "zh": zh} for reason, (en, zh) in _SHARED.items()}


def add_reasons(reasons: Mapping[str, Sentences]) -> None:
    """Add the reasons of a scheme; those that are known stay as they are."""
    for reason, sentences in reasons.items():
        _reasons.setdefault(reason, sentences)


def sentence_of(reason: str, language: str) -> str:
    """Return a reason as a sentence, in English where the language is another than Chinese."""
    sentences = _reasons.get(reason, {})
    return sentences.get("zh" if language.startswith("zh") else "en", reason)


def known_reasons() -> frozenset[str]:
    """Return every reason that has its sentences."""
    return frozenset(_reasons)
