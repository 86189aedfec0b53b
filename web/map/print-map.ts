import type { Map as MapLibre } from 'maplibre-gl'

/** A WebGL canvas prints blank; a picture of it stands in while the page is printed. @returns what undoes it */
export function printable(map: MapLibre): () => void {
  let picture: HTMLImageElement | null = null
  const before = () => {
    map.redraw() // the buffer is readable only in the task that drew it
    picture = new Image()
    picture.className = 'print-map'
    picture.alt = ''
    picture.src = map.getCanvas().toDataURL()
    map.getContainer().append(picture)
  }
  const after = () => picture?.remove()
  addEventListener('beforeprint', before)
  addEventListener('afterprint', after)
  return () => {
    removeEventListener('beforeprint', before)
    removeEventListener('afterprint', after)
  }
}
