import { type ProviderError, splitAddress } from './provider-error';

/** A message of Terraform's machine-readable output, as far as it is read here. */
interface Message {
  readonly diagnostic?: Diagnostic;
}

interface Diagnostic {
  readonly severity: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
}

/**
 * Errors in the output of `terraform plan -json` and its like: one message in JSON on each line.
 *
 * @see https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export function diagnosticErrors(output: string): readonly ProviderError[] {
  return output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => (JSON.parse(line) as Message).diagnostic)
    .filter((diagnostic) => diagnostic?.severity === 'error')
    .map(({ summary, detail, address } = { severity: 'error', summary: '' }) => ({
      text: `Error: ${[summary, detail].filter(Boolean).join('\n')}`,
      ...(address !== undefined && splitAddress(address)),
    }));
}
