import { type MachineSeries } from '@iris-azure/sizing/catalogue-data';

/** Features of a series, as the list or table of a page tells them. What is not said to be supported is not. */
export function featuresOf(text: string): Pick<MachineSeries, 'premiumStorage' | 'premiumCaching' | 'generations'> {
  return {
    premiumStorage: isSupported(text, 'Premium Storage'),
    premiumCaching: isSupported(text, 'Premium Storage caching'),
    generations: generations(text),
  };
}

function isSupported(text: string, feature: string): boolean {
  // `- [Premium Storage](page.md): Supported`, `|[Premium Storage](page.md)| Supported |`, `Premium Storage:  Supported`
  return new RegExp(`\\[?${feature}\\]?(?:\\([^)]*\\))?\\s*[:|]\\s*Supported`, 'i').test(text);
}

function generations(text: string): (1 | 2)[] {
  const [, told] = /VM Generation Support\]?(?:\([^)]*\))?\s*[:|]\s*([^\n<|]*)/i.exec(text) ?? [];
  return ([1, 2] as const).filter((generation) =>
    told === undefined ? isSupported(text, `Generation ${generation} VMs?`) : told.includes(String(generation)),
  );
}
