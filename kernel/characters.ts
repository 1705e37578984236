/** Length of a text as a person and Terraform count it: in extended grapheme clusters. */
export function characters(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  return [...new Intl.Segmenter().segment(text)].length;
}
