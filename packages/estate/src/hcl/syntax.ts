/** One step from a value into its parts. */
export type Step =
  | { readonly kind: 'attribute'; readonly name: string }
  | { readonly kind: 'index'; readonly key: string | number }
  | { readonly kind: 'computed'; readonly expression: Expression }
  | { readonly kind: 'splat' };

/** A path such as `azurerm_subnet.data[0].id`: a root name and the steps from it. */
export interface Traversal {
  /** The first name. */
  readonly root: string;
  /** What follows it. */
  readonly steps: readonly Step[];
}

/** As much of an HCL expression as can be judged without running Terraform; the rest keeps its references only. */
export type Expression =
  | { readonly kind: 'constant'; readonly value: string | number | boolean | null }
  | { readonly kind: 'traversal'; readonly traversal: Traversal }
  | { readonly kind: 'opaque'; readonly traversals: readonly Traversal[] };

/** A string of Terraform's JSON syntax, which is always an HCL template. */
export type Template =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'parts'; readonly parts: readonly (string | Expression)[] }
  | { readonly kind: 'opaque'; readonly traversals: readonly Traversal[] };

/** Every path that an expression mentions, those in computed indexes included. */
export function traversalsOf(expression: Expression): readonly Traversal[] {
  switch (expression.kind) {
    case 'constant':
      return [];
    case 'traversal':
      return withComputed(expression.traversal);
    case 'opaque':
      return expression.traversals;
  }
}

/** Every path that a template mentions. */
export function templateTraversals(template: Template): readonly Traversal[] {
  switch (template.kind) {
    case 'literal':
      return [];
    case 'expression':
      return traversalsOf(template.expression);
    case 'parts':
      return template.parts.flatMap((part) => (typeof part === 'string' ? [] : traversalsOf(part)));
    case 'opaque':
      return template.traversals;
  }
}

/** A path together with the paths inside its computed indexes. */
export function withComputed(traversal: Traversal): readonly Traversal[] {
  const inner = traversal.steps.flatMap((step) => (step.kind === 'computed' ? traversalsOf(step.expression) : []));
  return inner.length === 0 ? [traversal] : [traversal, ...inner];
}
