import { z } from 'zod';
import { backupAgentSchema } from './backup-agent-schema';
import { backupOnlineSchema } from './backup-online-schema';
import { backupVaultSchema } from './backup-vault-schema';

/** How an environment is backed up: one way or several at once. */
export const backupSchema = z.strictObject({
  vault: backupVaultSchema.optional(),
  agent: backupAgentSchema.optional(),
  online: backupOnlineSchema.optional(),
});
