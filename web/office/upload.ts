import { ApiProblem, problemFrom } from '../app/api.ts'

export type Uploading = Readonly<{
  signal?: AbortSignal
  /** 0–1 */
  onProgress?: (part: number) => void
  /** Further fields of the form, before the file. */
  fields?: Readonly<Record<string, string>>
}>

/** One file as multipart/form-data; XMLHttpRequest, for fetch tells nothing of progress. @throws ApiProblem */
export function upload<T>(
  address: string,
  file: File,
  { signal, onProgress, fields }: Uploading,
  headers: Record<string, string>,
) {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', address)
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.onprogress = event => onProgress?.(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body as T)
      else reject(problemFrom(request.status, body))
    }
    request.onerror = () => reject(new ApiProblem('offline', 0, ''))
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(formOf(file, fields))
  })
}

function formOf(file: File, fields: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return form
}

function parsed(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}
