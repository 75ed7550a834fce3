import ts from 'typescript';
import { type Attribute, type AttributeType, type Shape } from './shape';

/**
 * The shape that the bindings of one type tell, read from their `index.d.ts` as cdktf generates it: what may be given is in the
 * interface of the constructor's last parameter, what is computed has a getter in the class and no `...Input` beside it.
 *
 * @param source - text of the file
 * @throws Error when it is not of that form.
 */
export function shapeOfBinding(source: string): Shape {
  const file = ts.createSourceFile('index.d.ts', source, ts.ScriptTarget.Latest, true);
  const interfaces = new Map(file.statements.filter(ts.isInterfaceDeclaration).map((each) => [each.name.text, each]));
  const bound = file.statements.filter(ts.isClassDeclaration).find(isBoundType);
  const config = bound && interfaces.get(configName(bound));
  if (!config) {
    throw new Error('bindings must declare a class with a tfResourceType, and the interface of its config');
  }
  return { ...computedIn(bound), ...membersOf(config, interfaces) };
}

type Interfaces = ReadonlyMap<string, ts.InterfaceDeclaration>;

function isBoundType({ members }: ts.ClassDeclaration): boolean {
  return members.some((member) => member.name?.getText() === 'tfResourceType');
}

function configName({ members }: ts.ClassDeclaration): string {
  return members.find(ts.isConstructorDeclaration)?.parameters.at(-1)?.type?.getText() ?? '';
}

function computedIn({ members }: ts.ClassDeclaration): Shape {
  const getters = members.filter(ts.isGetAccessor).map(({ name }) => name.getText());
  const computed = getters.filter((name) => !name.endsWith('Input') && !getters.includes(`${name}Input`));
  return Object.fromEntries(
    computed.map((name) => [snakeCase(name), { presence: 'computed', deprecated: false, type: { kind: 'any' } }]),
  );
}

/** Terraform's name, but where a digit followed an underscore: that underscore is lost in camel case. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function membersOf(declaration: ts.InterfaceDeclaration, interfaces: Interfaces): Shape {
  return Object.fromEntries(
    declaration.members.filter(ts.isPropertySignature).flatMap((property): (readonly [string, Attribute])[] => {
      const name = terraformName(property);
      return name === undefined ? [] : [[name, attributeOf(property, interfaces)]];
    }),
  );
}

/** The name that the documentation links to: `KeyVault#vault_uri`. What has none is cdktf's own. */
function terraformName(property: ts.PropertySignature): string | undefined {
  return /\w#(\w+)\}/.exec(documentationOf(property))?.[1];
}

function documentationOf(property: ts.PropertySignature): string {
  return ts
    .getJSDocCommentsAndTags(property)
    .map((comment) => comment.getText())
    .join('\n');
}

function attributeOf(property: ts.PropertySignature, interfaces: Interfaces): Attribute {
  const type = typeOf(property.type, interfaces);
  return {
    presence: property.questionToken ? 'optional' : 'required',
    deprecated: false,
    type: /^\W*\w+ block$/m.test(documentationOf(property)) ? blockOf(type) : type,
  };
}

/** What is documented as a block: its objects need not carry every member. */
function blockOf(type: AttributeType): AttributeType {
  const object = type.kind === 'list' ? type.of : type;
  return object.kind === 'object'
    ? { kind: 'block', members: object.members, limit: type.kind === 'list' ? 'many' : 'one' }
    : type;
}

function typeOf(node: ts.TypeNode | undefined, interfaces: Interfaces): AttributeType {
  if (!node) {
    return { kind: 'any' };
  }
  if (ts.isUnionTypeNode(node)) {
    const plain = node.types.find((type) => !type.getText().endsWith('.IResolvable'));
    return typeOf(plain, interfaces);
  }
  if (ts.isParenthesizedTypeNode(node)) {
    return typeOf(node.type, interfaces);
  }
  if (ts.isArrayTypeNode(node)) {
    return { kind: 'list', of: typeOf(node.elementType, interfaces) };
  }
  if (ts.isTypeLiteralNode(node)) {
    return { kind: 'map', of: typeOf(node.members.find(ts.isIndexSignatureDeclaration)?.type, interfaces) };
  }
  const declaration = ts.isTypeReferenceNode(node) && interfaces.get(node.typeName.getText());
  return declaration
    ? { kind: 'object', members: membersOf(declaration, interfaces) }
    : { kind: keywords[node.kind] ?? 'any' };
}

const keywords: Readonly<Partial<Record<ts.SyntaxKind, 'string' | 'number' | 'bool'>>> = {
  [ts.SyntaxKind.StringKeyword]: 'string',
  [ts.SyntaxKind.NumberKeyword]: 'number',
  [ts.SyntaxKind.BooleanKeyword]: 'bool',
};
