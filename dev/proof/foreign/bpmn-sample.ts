/** A model in which everything that files say occurs once: what is changed at random is made of it. */
export const SAMPLE = `<?xml version="1.0" encoding="UTF-8"?>
<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="c" xmlns:zeebe="z" id="d">
  <b:message id="offer" name="Offer"/><b:signal id="alarm" name="Alarm"/><b:error id="broken" errorCode="B"/>
  <b:escalation id="late" escalationCode="L"/><b:signalEventDefinition id="shared" signalRef="alarm"/>
  <b:collaboration id="c"><b:participant id="shop" processRef="p"/><b:participant id="buyer"/>
    <b:messageFlow id="m1" sourceRef="buyer" targetRef="ask" messageRef="offer"/></b:collaboration>
  <b:process id="p" name="Repair" isExecutable="true">
    <b:laneSet id="ls"><b:lane id="office" name="Office"><b:flowNodeRef>s</b:flowNodeRef><b:childLaneSet id="cl">
      <b:lane id="desk" name="Desk"><b:flowNodeRef>ask</b:flowNodeRef></b:lane></b:childLaneSet></b:lane></b:laneSet>
    <b:startEvent id="s"/><b:sequenceFlow id="f1" sourceRef="s" targetRef="ask"/>
    <b:userTask id="ask" name="Ask"><b:extensionElements><camunda:inputOutput><camunda:inputParameter name="x">\${cost}</camunda:inputParameter></camunda:inputOutput>
      <zeebe:ioMapping><zeebe:output source="=x + 1" target="cost"/></zeebe:ioMapping></b:extensionElements></b:userTask>
    <b:boundaryEvent id="slow" attachedToRef="ask" cancelActivity="false"><b:timerEventDefinition id="t1"><b:timeDuration xsi:type="b:tFormalExpression">PT1H</b:timeDuration></b:timerEventDefinition></b:boundaryEvent>
    <b:sequenceFlow id="f2" sourceRef="slow" targetRef="tell"/><b:sendTask id="tell" messageRef="offer"/>
    <b:sequenceFlow id="f3" sourceRef="ask" targetRef="gate"/><b:inclusiveGateway id="gate" default="f5"/>
    <b:sequenceFlow id="f4" sourceRef="gate" targetRef="sub"><b:conditionExpression xsi:type="b:tFormalExpression">cost &gt; 3</b:conditionExpression></b:sequenceFlow>
    <b:sequenceFlow id="f5" sourceRef="gate" targetRef="each"/><b:sequenceFlow id="f6" sourceRef="gate" targetRef="race"/>
    <b:transaction id="sub"><b:startEvent id="s2"/><b:sequenceFlow id="f7" sourceRef="s2" targetRef="pay"/>
      <b:serviceTask id="pay" camunda:topic="pay"/><b:boundaryEvent id="paid" attachedToRef="pay"><b:compensateEventDefinition/></b:boundaryEvent>
      <b:association id="a1" sourceRef="paid" targetRef="back"/><b:task id="back" isForCompensation="true"/>
      <b:sequenceFlow id="f8" sourceRef="pay" targetRef="odd"/><b:exclusiveGateway id="odd" default="f9"/>
      <b:sequenceFlow id="f9" sourceRef="odd" targetRef="stop"/><b:endEvent id="stop"><b:cancelEventDefinition/></b:endEvent>
      <b:subProcess id="when" triggeredByEvent="true"><b:startEvent id="s3" isInterrupting="false"><b:eventDefinitionRef>shared</b:eventDefinitionRef></b:startEvent>
        <b:sequenceFlow id="f10" sourceRef="s3" targetRef="e3"/><b:endEvent id="e3"><b:escalationEventDefinition escalationRef="late"/></b:endEvent></b:subProcess>
    </b:transaction>
    <b:boundaryEvent id="undone" attachedToRef="sub"><b:cancelEventDefinition/></b:boundaryEvent><b:sequenceFlow id="f11" sourceRef="undone" targetRef="join"/>
    <b:sequenceFlow id="f12" sourceRef="sub" targetRef="join"/>
    <b:scriptTask id="each" scriptFormat="feel" camunda:resultVariable="sum"><b:multiInstanceLoopCharacteristics isSequential="true" camunda:collection="list" camunda:elementVariable="one">
      <b:completionCondition>one = 2</b:completionCondition></b:multiInstanceLoopCharacteristics><b:script>one * 2</b:script></b:scriptTask>
    <b:sequenceFlow id="f13" sourceRef="each" targetRef="free"/>
    <b:adHocSubProcess id="free" ordering="Sequential"><b:manualTask id="lift"><b:standardLoopCharacteristics loopMaximum="2"><b:loopCondition>cost &lt; 9</b:loopCondition></b:standardLoopCharacteristics></b:manualTask>
      <b:completionCondition>true</b:completionCondition></b:adHocSubProcess><b:sequenceFlow id="f14" sourceRef="free" targetRef="join"/>
    <b:eventBasedGateway id="race"/><b:sequenceFlow id="f15" sourceRef="race" targetRef="come"/><b:sequenceFlow id="f16" sourceRef="race" targetRef="soon"/>
    <b:receiveTask id="come" messageRef="offer"/><b:intermediateCatchEvent id="soon"><b:conditionalEventDefinition><b:condition>cost = 5</b:condition></b:conditionalEventDefinition></b:intermediateCatchEvent>
    <b:sequenceFlow id="f17" sourceRef="come" targetRef="jump"/><b:sequenceFlow id="f18" sourceRef="soon" targetRef="fork"/>
    <b:intermediateThrowEvent id="jump"><b:linkEventDefinition name="A"/></b:intermediateThrowEvent><b:intermediateCatchEvent id="land"><b:linkEventDefinition name="A"/></b:intermediateCatchEvent>
    <b:sequenceFlow id="f19" sourceRef="land" targetRef="join"/>
    <b:parallelGateway id="fork"/><b:sequenceFlow id="f20" sourceRef="fork" targetRef="rule"/><b:sequenceFlow id="f21" sourceRef="fork" targetRef="call"/>
    <b:businessRuleTask id="rule" camunda:decisionRef="Price"/><b:callActivity id="call" calledElement="p"/>
    <b:sequenceFlow id="f22" sourceRef="rule" targetRef="enough"/><b:sequenceFlow id="f23" sourceRef="call" targetRef="enough"/>
    <b:complexGateway id="enough"><b:activationCondition>activationCount &gt;= 1</b:activationCondition></b:complexGateway>
    <b:sequenceFlow id="f24" sourceRef="enough" targetRef="join"/>
    <b:inclusiveGateway id="join"/><b:sequenceFlow id="f25" sourceRef="join" targetRef="e"/>
    <b:endEvent id="e"><b:terminateEventDefinition/></b:endEvent>
  </b:process>
  <b:process id="other"><b:task id="alone"/></b:process>
</b:definitions>`
