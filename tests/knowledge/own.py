"""A relation of a user's own, with its label and its rule, for the tests of own folders."""

PREFIXES = """\
@prefix kg: <https://w3id.org/baotu/kg#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
DONATES = 'kg:donatesTo a kg:Relation, owl:ObjectProperty ; rdfs:label "捐资给"@zh, "donates to"@en .'
RULE = """\
property: donatesTo
rules:
  - id: 1
    triggers: [捐资]
    subject: [机构]
    object: [机构]
    examples:
      - "[机构:甲厂]捐资[机构:乙会]。 -> 甲厂 donatesTo 乙会"
      - "[机构:丙厂]捐资[机构:乙会]。 -> 丙厂 donatesTo 乙会"
    nothing:
      - "[机构:甲厂]拟捐资[机构:乙会]。"
"""
