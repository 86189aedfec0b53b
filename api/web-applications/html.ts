/** HTML that cannot be broken out of: whatever is filled in is text, except what `html` made. */
class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export type { Html }

type Part = Html | string | number | null | undefined | false | readonly Part[]

/** html`<p>${typed}</p>`: values are escaped, pieces of html and lists of them go in as they are; null and false are nothing. */
export function html(pieces: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(pieces.reduce((all, piece, at) => `${all}${spelled(parts[at - 1])}${piece}`))
}

function spelled(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Html) return part.text
  if (Array.isArray(part)) return part.map(spelled).join('')
  return String(part).replace(/[&<>"']/g, letter => `&#${letter.charCodeAt(0)};`)
}
