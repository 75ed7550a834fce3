import fc from 'fast-check';
import { longestReferences, parseReference } from '../src/hcl/reference';
import { templateTraversals } from '../src/hcl/syntax';
import { parseTemplate } from '../src/hcl/template';
import { normalizedBlock } from '../src/values/blocks';
import { plannedAttributes } from '../src/plan/planned-value';
import { masked } from '../src/values/sensitive';

/** Text made of what matters to the parser, so that deep and broken templates are common. */
const hclText = fc
  .array(
    fc.oneof(
      fc.constantFrom('${', '%{', '$${', '}', '"', '[', ']', '(', '.', '*', '\\', 'a', '0', ' ', '~'),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));
const json = fc.object({ withNullPrototype: false, values: [fc.string(), fc.boolean(), fc.constant(null)] });

test('parsing a template never throws, on any text', () => {
  fc.assert(fc.property(hclText, (text) => templateTraversals(parseTemplate(text)).length >= 0));
});

test('parsing a reference never throws, on any text', () => {
  fc.assert(fc.property(hclText, (text) => (parseReference(text)?.steps.length ?? 1) > 0));
});

test('text without a template stays as it is', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !text.includes('{')),
      (text) => {
        expect(parseTemplate(text)).toEqual({ kind: 'literal', text });
      },
    ),
  );
});

test('escaping any text makes it literal', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/[$%]$/.test(text)),
      (text) => {
        const escaped = text.replaceAll('${', () => '$${').replaceAll('%{', '%%{');
        expect(parseTemplate(escaped)).toEqual({ kind: 'literal', text });
      },
    ),
    { examples: [['a ${b} %{c}']] },
  );
});

test('parsing takes time linear in the length of a hostile text', () => {
  for (const unit of ['${', '"${', 'a[', 'a.', '${a.b["', '%{if ']) {
    const started = performance.now();
    parseTemplate('${'.concat(unit.repeat(200_000)));
    expect(performance.now() - started).toBeLessThan(2_000);
  }
});

test('the longest of the listed references are kept, and nothing else', () => {
  expect(longestReferences(['a.b[0].id', 'a.b[0]', 'a.b', 'a.bc', 'd.e.f', 'd.e', 'a.b'])).toEqual([
    'a.b[0].id',
    'a.bc',
    'd.e.f',
    'a.b',
  ]);
});

test('bringing a block into the normal form twice changes nothing more', () => {
  fc.assert(
    fc.property(json, (block) => {
      const once = normalizedBlock('azurerm_subnet', block as never);
      expect(normalizedBlock('azurerm_subnet', once)).toEqual(once);
    }),
  );
});

test('in the normal form of a block no object stands outside a list', () => {
  fc.assert(
    fc.property(json, (block) => {
      for (const [name, value] of Object.entries(normalizedBlock('azurerm_subnet', block as never))) {
        if (name === 'tags') continue;
        expect(typeof value !== 'object' || value === null || Array.isArray(value)).toBe(true);
      }
    }),
  );
});

test('a plan without unknown or sensitive values has the same normal form as a configuration', () => {
  fc.assert(
    fc.property(json, (block) => {
      expect(plannedAttributes('azurerm_subnet', block as never, {}, {})).toEqual(
        normalizedBlock('azurerm_subnet', block as never),
      );
    }),
  );
});

test('no text of a sensitive value is left in what stands for it', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 12 })), (secrets) => {
      const shown = JSON.stringify(masked(secrets));
      for (const secret of secrets) expect(shown).not.toContain(JSON.stringify(secret));
    }),
  );
});
