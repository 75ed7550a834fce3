import { type GoTool, goTool } from '../go-tool.mjs';
import { RehearsalError } from './provider-error';

/**
 * Builds a Go tool that a rehearsal needs, once, and returns its file.
 *
 * @throws RehearsalError when there is no Go, or its modules are not served any more or cannot be built.
 */
export async function buildTool(tool: GoTool): Promise<string> {
  try {
    return await goTool(tool);
  } catch (error) {
    throw new RehearsalError((error as Error).message, { cause: error });
  }
}
