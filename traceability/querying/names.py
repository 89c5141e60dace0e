"""Names of extension fields in parameters: ``ex:name``, ``namespace#name`` and whole IRIs become ``{namespace}local``.

EPCIS 2.0, clause 8.2.7.1: the namespace, a pound sign and the local name; in JSON a compact IRI under the query's ``@context``.
A name nested in an extension may have no namespace, and is then written bare or behind the pound sign alone.
"""

from traceability.epcis.context import STANDARD_PREFIXES, Context, qualified
from traceability.epcis.names import is_local_name, is_qualified_name
from traceability.querying.errors import ParameterInvalid

_CURE = (
    "declare the prefix {prefix!r} in the query's @context or by the header GS1-Extensions: {prefix}=https://…, "
    "or write the namespace out: https://…#name"
)


def extension_name(parameter: str, text: str, context: Context, *, nested: bool) -> str:
    """Return the name of an extension field as events in normal form have it.

    Raises:
        ParameterInvalid: the text is no name, or its prefix is not declared.
    """
    namespace, pound, local = text.rpartition("#")
    if pound:
        name: str | None = f"{{{namespace}}}{local}" if namespace else local
    elif "://" in text or text.startswith("urn:"):
        name = qualified(text)
    elif ":" in text:
        prefix, _, local = text.partition(":")
        name = context.name_of(text)
        if name is None and not context.declares(text):
            raise ParameterInvalid(parameter, text, _CURE.format(prefix=prefix[:64]))
    else:
        name = context.name_of(text) or text
    if name is not None and (is_qualified_name(name) if name[:1] == "{" else nested and is_local_name(name)):
        return name
    raise ParameterInvalid(parameter, text, "write the field's name as prefix:name or as https://namespace#name")


def attribute_names(parameter: str, text: str, context: Context) -> tuple[str, ...]:
    """Return the absolute IRIs that a name of an attribute of master data may stand for.

    Raises:
        ParameterInvalid: its prefix is not declared.
    """
    if "://" in text or text.startswith("urn:"):
        return (text,) if "#" not in text else (text, text.replace("#", "", 1))
    prefix, colon, local = text.partition(":")
    if not colon:
        return (text, STANDARD_PREFIXES["cbvmda"] + text)
    namespace = context.prefixes.get(prefix)
    if namespace is None:
        raise ParameterInvalid(parameter, text, _CURE.format(prefix=prefix[:64]))
    return (namespace + local,)
