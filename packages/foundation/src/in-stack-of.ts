import { type ITerraformDependable, TerraformStack } from 'cdktf';
import { Construct, type IConstruct } from 'constructs';

/** Dependables of the construct's own stack, for `dependsOn`: those of an earlier stack are there already. */
export function inStackOf(construct: IConstruct, dependables: readonly ITerraformDependable[]): ITerraformDependable[] {
  return dependables.filter(
    (dependable) => Construct.isConstruct(dependable) && TerraformStack.of(dependable) === TerraformStack.of(construct),
  );
}
