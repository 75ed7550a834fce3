import path from 'node:path';
import { buildTool } from '../build-tool';

/** Version of azurerm that the Go module at the pseudo-version of module/go.mod is: main, four days after its release. */
export const goModuleVersion = '5.2.0';

const goPackage = 'github.com/hashicorp/terraform-provider-azurerm';

/**
 * Builds the provider, some nine minutes with a cold cache, and returns its file.
 *
 * @throws RehearsalError when there is no Go, or the module is not served any more.
 */
export async function buildProvider(): Promise<string> {
  return buildTool({
    name: 'terraform-provider-azurerm',
    package: goPackage,
    directory: path.join(__dirname, 'module'),
    // Two packages at a time: more take more memory than machines with two processors have.
    flags: ['-p=2', `-ldflags=-s -w -X ${goPackage}/version.ProviderVersion=${goModuleVersion}`],
  });
}
