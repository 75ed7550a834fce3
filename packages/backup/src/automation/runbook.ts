import { readFileSync } from 'node:fs';
import path from 'node:path';
import { AutomationRunbook } from '@cdktf/provider-azurerm/lib/automation-runbook';
import { Construct } from 'constructs';
import { type IAutomationAccount } from './automation-account';

/** Runbooks of this package, each a PowerShell script in its folder `runbooks`, with what it does. */
export const runbooks = {
  'Test-DatabaseIntegrity': 'Checks the structural integrity of all databases of one server, in the guest.',
  'Backup-Servers': 'Takes a backup of servers of a vault now, for example before maintenance.',
  'Get-StaleBackups': 'Fails when a server of a vault has no recent recovery point.',
  'Set-ServerPower': 'Starts or deallocates the on-demand servers of resource groups.',
} as const;

/** Name of a runbook of this package. */
export type RunbookName = keyof typeof runbooks;

const folder = path.resolve(__dirname, '..', '..', 'runbooks');

/** Text of a runbook, as PowerShell reads it. */
export function readRunbook(name: RunbookName): string {
  return readFileSync(path.join(folder, `${name}.ps1`), 'utf8');
}

/** A text in which Terraform sees no template: `${` and `%{` stand for themselves. */
export function withoutTemplates(text: string): string {
  return text.replaceAll(/[$%]\{/g, (opening) => opening.charAt(0) + opening);
}

/** Properties of {@link Runbook}. */
export interface RunbookProps {
  /** Account in which it runs. */
  readonly account: IAutomationAccount;
  /** Which one it is. */
  readonly name: RunbookName;
}

/**
 * A published runbook of PowerShell 7.2. It signs in under the account's managed identity, holds no secret, and can be run
 * again at any time.
 */
export class Runbook extends Construct {
  private readonly resource: AutomationRunbook;

  public constructor(scope: Construct, id: string, { account, name }: RunbookProps) {
    super(scope, id);
    this.resource = new AutomationRunbook(this, 'Resource', {
      name,
      automationAccountName: account.name,
      resourceGroupName: account.resourceGroup.name,
      location: account.resourceGroup.location,
      runbookType: 'PowerShell72',
      description: runbooks[name],
      content: withoutTemplates(readRunbook(name)),
      logProgress: false,
      logVerbose: false,
      tags: account.resourceGroup.tags(),
    });
  }

  /** Azure's name of the runbook, once it is published. */
  public get name(): string {
    return this.resource.name;
  }
}
