/** Colours for light and dark, and the letters; nothing is fetched. */
export const plotStyle = `
  svg { --ground: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --has: #dde3ea; --used: #0969da; --first: #bc4c00; --disks: #8250df; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #0d1117; --text: #f0f6fc; --quiet: #9198a1; --line: #3d444d; --has: #323a44; --used: #4493f8; --first: #f0883e; --disks: #ab7df8; }
  }
  text { font: 14px system-ui, -apple-system, 'Segoe UI', 'Liberation Sans', Arial, sans-serif; fill: var(--text); }
  .title { font-size: 18px; font-weight: 600; }
  .quiet { font-size: 12px; fill: var(--quiet); }
  .first { fill: var(--first); font-weight: 600; }
  .ground { fill: var(--ground); }
  .has { fill: var(--has); }
  .used { fill: var(--used); }
  rect.first { fill: var(--first); }
  .grid { stroke: var(--line); stroke-width: 1; }
  .limit { stroke: var(--text); stroke-width: 1.5; }
  .disks { fill: var(--disks); stroke: var(--ground); stroke-width: 1.5; }
`;
