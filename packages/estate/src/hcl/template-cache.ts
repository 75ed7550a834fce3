import type { Template } from './syntax';
import { parseTemplate } from './template';

/** Parses each distinct string once: an estate repeats the same few references thousands of times. */
export class TemplateCache {
  private readonly templates = new Map<string, Template>();

  /** The template of a text. */
  parse(text: string): Template {
    let template = this.templates.get(text);
    if (template === undefined) {
      template = parseTemplate(text);
      this.templates.set(text, template);
    }
    return template;
  }
}
