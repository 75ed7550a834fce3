import { z } from 'zod';
import { backupVaultSchema } from './backup-vault-schema';

/** How an environment is backed up: one way or several at once. */
export const backupSchema = z.strictObject({ vault: backupVaultSchema.optional() });
