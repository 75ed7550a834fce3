import { Refusal } from '@iris-azure/foundation';

/** A value in a merge file. */
export type MergeValue = string | number;

/** Parameters of one section, such as `[config]`; several values of one parameter are parted by commas. */
export interface ParameterSection {
  /** Section of the configuration parameter file, without brackets. */
  readonly name: 'config' | 'Journal' | 'ECPServers';
  /** Parameters and their values, in order. */
  readonly parameters: readonly (readonly [name: string, ...values: MergeValue[]])[];
}

/** Operations of `[Actions]` that are used here. */
export type Operation =
  'ModifyService' | 'ConfigMirror' | 'ModifyMirror' | 'CreateResource' | 'CreateDatabase' | 'CreateNamespace';

/** One line of `[Actions]`. */
export interface Action {
  /** What is done. */
  readonly operation: Operation;
  /** Properties of what is made or changed, in order; one without a value is left out. */
  readonly properties: Readonly<Record<string, MergeValue | undefined>>;
}

/** Section `[Actions]`: what is done one after the other. */
export interface ActionSection {
  /** Name of the section. */
  readonly name: 'Actions';
  /** Actions in the order in which they are done. */
  readonly actions: readonly Action[];
}

/** A section of a merge file. */
export type MergeSection = ParameterSection | ActionSection;

/** A file on the machine. */
export interface MergeGuestFile {
  /** Absolute path. */
  readonly path: string;
  /** All of its content. */
  readonly content: string;
  /** Mode, in octal. */
  readonly permissions: string;
}

/** Control characters: they would end a line, and begin another that nobody meant. */
const control = /\p{Cc}/u;

/**
 * Renders a configuration merge file. Values are put between quotes where they need them; those that no quotes help are refused.
 *
 * @throws Refusal when a value has a quote, a line break, another control character or, among several, a comma.
 * @see https://docs.intersystems.com/irislatest/csp/docbook/DocBook.UI.Page.cls?KEY=ACMF
 */
export function renderMerge(sections: readonly MergeSection[]): string {
  return sections
    .filter((section) => (section.name === 'Actions' ? section.actions : section.parameters).length > 0)
    .map((section) => `[${section.name}]\n${linesOf(section).join('\n')}\n`)
    .join('\n');
}

function linesOf(section: MergeSection): string[] {
  return section.name === 'Actions'
    ? section.actions.map(actionLine)
    : section.parameters.map(([name, ...values]) => `${name}=${values.map((value) => plain(name, value)).join(',')}`);
}

function actionLine({ operation, properties }: Action): string {
  const written = definedProperties(properties).map(([name, value]) => `${name}=${quoted(name, value)}`);
  return `${operation}:${written.join(',')}`;
}

/** Properties that have a value. */
export function definedProperties(properties: Action['properties']): [name: string, value: MergeValue][] {
  return Object.entries(properties).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
}

function plain(name: string, value: MergeValue): string {
  return refusing(name, value, /[",]/, 'quotes, commas and line breaks');
}

function quoted(name: string, value: MergeValue): string {
  const text = refusing(name, value, /"/, 'quotes and line breaks');
  return /[, ]/.test(text) ? `"${text}"` : text;
}

function refusing(name: string, value: MergeValue, characters: RegExp, which: string): string {
  const text = String(value);
  if (text === '' || text !== text.trim() || control.test(text) || characters.test(text)) {
    throw new Refusal(
      `${name} of a merge file must be text without ${which} and without spaces around it, got ${JSON.stringify(value)}; set another value`,
    );
  }
  return text;
}
