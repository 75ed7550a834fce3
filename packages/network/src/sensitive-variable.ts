import { Fn, TerraformVariable } from 'cdktf';
import { type Construct } from 'constructs';

/** What a {@link sensitiveVariable} is. */
export interface SensitiveVariableOptions {
  /** Parts of the variable's name, which is `part_part` in lower case: set as `TF_VAR_part_part`. */
  readonly name: readonly string[];
  /** What the secret is, a sentence. */
  readonly description: string;
  /** Regular expression that the secret matches, without anchors. */
  readonly pattern: string;
  /** What the pattern allows, a sentence. */
  readonly allowed: string;
}

/**
 * A secret that is set for each deployment by the environment of whoever runs Terraform: synthesized files hold its name
 * alone. Terraform shows it in no plan, but keeps it in its state.
 */
export function sensitiveVariable(scope: Construct, id: string, options: SensitiveVariableOptions): string {
  const variable = new TerraformVariable(scope, id, {
    type: 'string',
    nullable: false,
    sensitive: true,
    description: options.description,
  });
  variable.overrideLogicalId(options.name.join('_').replaceAll('-', '_').toLowerCase());
  variable.addValidation({
    condition: Fn.can(Fn.regex(`^${options.pattern}$`, variable.stringValue)),
    errorMessage: options.allowed,
  });
  return variable.stringValue;
}
