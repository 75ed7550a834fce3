import { IrisStack } from '@iris-azure/foundation';
import { App } from 'cdktf';
import { testDeployment } from './stand-ins';
import { SynthesizedStack } from './synthesized-stack';
import { inTemporaryFolder } from './temporary-folder';

/**
 * Synthesizes a stack as a deployment would, its validations and cross-stack references included, which cdktf's
 * `Testing.synth` leaves out.
 */
export function synthesized(build: (stack: IrisStack) => void): SynthesizedStack {
  return inTemporaryFolder((outdir) => {
    const app = new App({ outdir, stackTraces: false });
    const stack = new IrisStack(app, 'unit', { deployment: testDeployment });
    build(stack);
    app.synth();
    return SynthesizedStack.read(outdir, stack.node.id);
  });
}
