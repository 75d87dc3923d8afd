/** A model with every kind of expression: what is changed at random is made of it. */
export const SAMPLE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="d" name="Freight" namespace="freight">
  <itemDefinition name="tCity" id="t1"><typeRef>string</typeRef><allowedValues><text>"North", "South"</text></allowedValues></itemDefinition>
  <itemDefinition name="tOffer" id="t2" isCollection="true"><itemComponent name="price"><typeRef>number</typeRef></itemComponent><itemComponent name="city"><typeRef>tCity</typeRef></itemComponent></itemDefinition>
  <inputData id="w" name="Weight"><variable name="Weight" typeRef="number"/></inputData>
  <inputData id="c" name="City"><variable name="City" typeRef="tCity"/></inputData>
  <businessKnowledgeModel id="tax" name="Tax"><variable name="Tax"/><encapsulatedLogic><formalParameter name="sum" typeRef="number"/>
    <conditional><if><literalExpression><text>sum &gt; 100</text></literalExpression></if><then><literalExpression><text>sum * 0.2</text></literalExpression></then><else><literalExpression><text>0</text></literalExpression></else></conditional></encapsulatedLogic></businessKnowledgeModel>
  <decision id="price" name="Price"><variable name="Price" typeRef="number"/>
    <informationRequirement id="r1"><requiredInput href="#w"/></informationRequirement><informationRequirement id="r2"><requiredInput href="#c"/></informationRequirement>
    <decisionTable hitPolicy="COLLECT" aggregation="SUM"><input id="i1"><inputExpression typeRef="number"><text>Weight</text></inputExpression></input>
      <input id="i2"><inputExpression typeRef="string"><text>City</text></inputExpression></input><output id="o1" typeRef="number"/>
      <rule id="u1"><inputEntry><text>[0..10)</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>5</text></outputEntry></rule>
      <rule id="u2"><inputEntry><text>not(&gt; 100)</text></inputEntry><inputEntry><text>"North", "South"</text></inputEntry><outputEntry><text>Weight * 1.5</text></outputEntry></rule></decisionTable></decision>
  <decision id="total" name="Total"><variable name="Total" typeRef="number"/>
    <informationRequirement id="r3"><requiredDecision href="#price"/></informationRequirement><knowledgeRequirement id="r4"><requiredKnowledge href="#tax"/></knowledgeRequirement>
    <context><contextEntry><variable name="with tax"/><invocation><literalExpression><text>Tax</text></literalExpression><binding><parameter name="sum"/><literalExpression><text>Price</text></literalExpression></binding></invocation></contextEntry>
      <contextEntry><variable name="half"/><functionDefinition><formalParameter name="x" typeRef="number"/><literalExpression><text>x / 2</text></literalExpression></functionDefinition></contextEntry>
      <contextEntry><literalExpression><text>Price + with tax + half(4)</text></literalExpression></contextEntry></context></decision>
  <decision id="offers" name="Offers"><variable name="Offers" typeRef="tOffer"/>
    <relation><column name="price"/><column name="city"/><row><literalExpression><text>3</text></literalExpression><literalExpression><text>"North"</text></literalExpression></row></relation></decision>
  <decision id="cheap" name="Cheap"><variable name="Cheap"/><informationRequirement id="r5"><requiredDecision href="#offers"/></informationRequirement>
    <filter><in><literalExpression><text>Offers</text></literalExpression></in><match><literalExpression><text>item.price &lt; 5</text></literalExpression></match></filter></decision>
  <decision id="prices" name="Prices"><variable name="Prices"/>
    <for iteratorVariable="n"><in><list><literalExpression><text>1</text></literalExpression><literalExpression><text>2</text></literalExpression></list></in><return><literalExpression><text>n * 2</text></literalExpression></return></for></decision>
  <decision id="any" name="Any"><variable name="Any"/>
    <some iteratorVariable="n"><in><literalExpression><text>[1, 2]</text></literalExpression></in><satisfies><literalExpression><text>n &gt; 1</text></literalExpression></satisfies></some></decision>
  <decisionService id="service" name="Quote"><outputDecision href="#total"/><encapsulatedDecision href="#price"/><inputData href="#w"/><inputData href="#c"/></decisionService>
</definitions>`
