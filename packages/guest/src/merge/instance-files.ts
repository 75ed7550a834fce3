import { type Action, type MergeGuestFile, type ParameterSection, renderMerge } from './merge-file';
import { renderObjectScript } from './object-script';

/** Product of an instance. Caché has no configuration merge: its actions are rendered as ObjectScript. */
export type Product = 'iris' | 'cache';

/** What the actions of an instance are rendered for. */
export interface InstanceFilesOptions {
  /** Product of the instance. */
  readonly product: Product;
  /** Name of the instance, which is the same on all members of a mirror. */
  readonly instance: string;
}

/**
 * Files of an instance: `merge.cpf` with parameters, which the step `configure` applies before the first start, and what makes mirror and
 * databases, which waits until a key is active: `databases.cpf`, or `databases.objectscript` for Caché.
 *
 * Nothing in them is secret; all users may read them, since the instance's own user must.
 */
export function instanceFiles(
  { product, instance }: InstanceFilesOptions,
  sections: readonly ParameterSection[],
  actions: readonly Action[],
): MergeGuestFile[] {
  return [
    { path: '/etc/iris-azure/merge.cpf', content: renderMerge(sections), permissions: '0644' },
    product === 'iris'
      ? {
          path: '/etc/iris-azure/databases.cpf',
          content: renderMerge([{ name: 'Actions', actions }]),
          permissions: '0644',
        }
      : {
          path: '/etc/iris-azure/databases.objectscript',
          content: renderObjectScript(actions, instance),
          permissions: '0644',
        },
  ];
}
