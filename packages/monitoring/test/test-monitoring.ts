import { type ResourceGroup } from '@iris-azure/foundation';
import { Monitoring, type MonitoringProps, watch } from '@iris-azure/monitoring';
import { type TerraformStack } from 'cdktf';
import { synthesized, type SynthesizedStack, testResourceGroup } from '../../../test/support';

/** Receivers of every test. */
export const testReceivers = { emails: { operations: 'operations@contoso.example' } };

/** A stack with its own monitoring. */
export function synthesizedMonitoring(props: Partial<MonitoringProps> = {}): SynthesizedStack {
  return synthesized((stack) => {
    new Monitoring(stack, 'Monitoring', {
      resourceGroup: testResourceGroup(stack, 'westeurope', 'monitoring'),
      receivers: testReceivers,
      ...props,
    });
  });
}

/** What was made to watch the resources that `build` adds. */
export function synthesizedWatch(
  build: (stack: TerraformStack, resourceGroup: ResourceGroup) => void,
  props: Partial<MonitoringProps> = {},
): SynthesizedStack {
  return synthesized((stack) => {
    const monitoring = new Monitoring(stack, 'Monitoring', {
      resourceGroup: testResourceGroup(stack, 'westeurope', 'monitoring'),
      receivers: testReceivers,
      ...props,
    });
    build(stack, testResourceGroup(stack));
    watch(stack, monitoring);
  });
}
