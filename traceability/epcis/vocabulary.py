"""Words of the Core Business Vocabulary 2.0 and of GS1 sensor types: bare words in events, web addresses in hashes.

A word may be written bare (JSON-LD), as a web address, as a compact IRI (``cbv:``, ``gs1:``) or as the URN of earlier
versions. In the normal form a standard word is bare and anything else is an absolute IRI as written.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One list of standard words and the prefixes under which they are written."""

    name: str
    """What a person calls a member of it."""
    web: str
    """The prefix of the web address of a word."""
    others: tuple[str, ...]
    """The other prefixes that stand for it: compact IRI, URN."""
    words: frozenset[str]
    """The standard words."""
    is_open: bool = False
    """Whether GS1 adds words between versions, so that an unknown bare word is read as one of them."""

    def normal(self, text: str) -> str:
        """Return a standard word bare, an unknown word under a standard prefix as its web address, else the text."""
        if text in self.words:
            return text
        for prefix in (self.web, *self.others):
            if text.startswith(prefix):
                word = text[len(prefix) :]
                return word if word in self.words else self.web + word
        return text

    def in_xml(self, word: str) -> str:
        """Return a word as XML has it: the URN that readers of all versions know, else the compact IRI."""
        return self.others[-1] + word if self.others[-1].startswith("urn:") else self.others[0] + word

    def is_name(self, text: str) -> bool:
        """Return whether a text has the form of a word: letters, digits and underscores."""
        return text.isascii() and text.replace("_", "").isalnum()

    def address(self, text: str) -> str:
        """Return the web address of a word of the normal form, or the absolute IRI itself."""
        return text if ":" in text else self.web + text


RESERVED = ("urn:epcglobal:cbv:", "https://ns.gs1.org/cbv/", "http://ns.gs1.org/cbv/")
"""What begins like this and is no word of a vocabulary is nobody's to use (CBV 2.0 §7.1)."""


def _cbv(name: str, family: str, urn: str, words: str) -> Vocabulary:
    web = f"https://ref.gs1.org/cbv/{family}-"
    others = (f"cbv:{family}-", f"urn:epcglobal:cbv:{urn}:") if urn else (f"cbv:{family}-",)
    return Vocabulary(name, web, others, frozenset(words.split()))


BUSINESS_STEPS = _cbv(
    "business step",
    "BizStep",
    "bizstep",
    "accepting arriving assembling collecting commissioning consigning creating_class_instance cycle_counting "
    "decommissioning departing destroying disassembling dispensing encoding entering_exiting holding inspecting "
    "installing killing loading other packing picking receiving removing repackaging repairing replacing reserving "
    "retail_selling sampling sensor_reporting shipping staging_outbound stock_taking stocking storing transporting "
    "unloading unpacking void_shipping",
)
DISPOSITIONS = _cbv(
    "disposition",
    "Disp",
    "disp",
    "active available completeness_verified completeness_inferred conformant container_closed container_open damaged "
    "destroyed dispensed disposed encoded expired in_progress in_transit inactive mismatch_instance mismatch_class "
    "mismatch_quantity needs_replacement no_pedigree_match non_conformant non_sellable_other partially_dispensed "
    "recalled reserved retail_sold returned sellable_accessible sellable_not_accessible stolen unavailable unknown",
)
TRANSACTION_TYPES = _cbv(
    "business transaction type",
    "BTT",
    "btt",
    "bol cert desadv inv pedigree po poc prodorder recadv rma testprd testres upevt",
)
SOURCE_TYPES = _cbv("source or destination type", "SDT", "sdt", "owning_party possessing_party location")
ERROR_REASONS = _cbv("error reason", "ER", "er", "did_not_occur incorrect_data")
COMPONENTS = _cbv(
    "component",
    "Comp",
    "",
    "x y z axial_distance azimuth height spherical_radius polar_angle elevation_angle easting northing latitude "
    "longitude altitude",
)
_MEASUREMENT_WORDS = """
    AbsoluteHumidity AbsorbedDose AbsorbedDoseRate Acceleration Radioactivity Altitude AmountOfSubstance
    AmountOfSubstancePerUnitVolume Angle AngularAcceleration AngularMomentum AngularVelocity Area Capacitance
    Conductance Conductivity Count Density Dimensionless DoseEquivalent DoseEquivalentRate DynamicViscosity
    ElectricCharge ElectricCurrent ElectricCurrentDensity ElectricFieldStrength Energy Exposure Force Frequency
    Illuminance Inductance Irradiance KinematicViscosity Length LinearMomentum Luminance LuminousFlux
    LuminousIntensity MagneticFlux MagneticFluxDensity MagneticVectorPotential Mass MassConcentration
    MassFlowRate MassPerAreaTime MemoryCapacity MolalityOfSolute MolarEnergy MolarMass MolarVolume Power
    Pressure RadiantFlux RadiantIntensity RelativeHumidity Resistance Resistivity SolidAngle SpecificVolume
    Speed SurfaceDensity SurfaceTension Temperature Time Torque Voltage Volume VolumeFlowRate VolumeFraction
    VolumetricFlux Wavenumber
"""
MEASUREMENTS = Vocabulary(
    "sensor property",
    "https://gs1.org/voc/",
    ("gs1:", "https://ref.gs1.org/voc/"),
    frozenset(_MEASUREMENT_WORDS.split()),
    is_open=True,
)
ALERTS = Vocabulary(
    "sensor exception",
    "https://gs1.org/voc/",
    ("gs1:", "https://ref.gs1.org/voc/"),
    frozenset({"ALARM_CONDITION", "ERROR_CONDITION"}),
)
