import { makeWords } from '../i18n/make-words.ts'

const tr = {
  zoomIn: 'Yakınlaş',
  zoomOut: 'Uzaklaş',
  fit: 'Hepsini göster',
  lasso: 'Çizerek seç',
  lassoHint: 'Basılı tutup seçmek istediklerinizin çevresini çizin. Esc vazgeçirir.',
  pin: 'Konum iğnesi. Ok tuşlarıyla taşıyın; Shift ile ince ayar.',
  pinHint: 'Haritaya tıklayın ya da iğneyi sürükleyin.',
  failed: 'Harita çizilemedi. Tarayıcınızda WebGL kapalı olabilir; liste aynı bilgiyi verir.',
  legend: 'İşaretler',
}

const en: typeof tr = {
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  lasso: 'Select by drawing',
  lassoHint: 'Hold and draw around those you want. Esc gives up.',
  pin: 'Location pin. Move with the arrow keys; Shift for fine steps.',
  pinHint: 'Click on the map or drag the pin.',
  failed: 'The map could not be drawn. WebGL may be off in your browser; the list says the same.',
  legend: 'Marks',
}

export const useMapWords = makeWords({ tr, en })
