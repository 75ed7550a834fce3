import { type Environment } from '@iris-azure/foundation';
import { type Egress, type PerimeterSettings } from '@iris-azure/network';

/** How the networks of an environment are closed off, the same in each of its regions. */
export function perimeterOf({ perimeter, image }: Pick<Environment, 'perimeter' | 'image'>): PerimeterSettings {
  const { ddosProtectionPlan: plan, bastion } = perimeter;
  return {
    egress: egressOf(perimeter, image),
    ddosProtection: plan === undefined || plan === 'new' ? plan : { id: plan },
    bastion,
  };
}

function egressOf({ egress: kind, allow }: Environment['perimeter'], { publisher }: Environment['image']): Egress {
  return kind === 'azureFirewall'
    ? { kind, allow, operatingSystem: publisher.toLowerCase() === 'redhat' ? 'redHat' : 'ubuntu' }
    : { kind };
}
