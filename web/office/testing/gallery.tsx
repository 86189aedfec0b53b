/** Every part of the kit on one page, for tests and for looking at; served by Vite while testing, never built. */
import '../../ui/tokens.css'
import '../../ui/base.css'
import '../../ui/parts.css'
import '../../app/shell.css'
import '../../need-map/map-room.css'
import '../../ui/form.css'
import '../../ui/work-parts.css'
import './gallery.css'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { LanguageContext } from '../../i18n/make-words.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { ToastProvider } from '../../ui/toast.tsx'
import { GalleryForm } from './gallery-form.tsx'
import { GalleryMap } from './gallery-map.tsx'
import { GalleryParts } from './gallery-parts.tsx'
import { GalleryWrite } from './gallery-write.tsx'

const PAGES = { form: GalleryForm, parts: GalleryParts, map: GalleryMap, write: GalleryWrite }
const TABS = [
  { id: 'form', label: 'Form' },
  { id: 'parts', label: 'Parçalar', count: 12 },
  { id: 'map', label: 'Harita' },
  { id: 'write', label: 'Gönderme' },
]

const query = new URLSearchParams(location.search)
document.documentElement.dataset.theme = query.get('theme') ?? 'light'

function Gallery() {
  const [active, setActive] = useState(query.get('show') ?? 'form')
  const Page = PAGES[active as keyof typeof PAGES] ?? GalleryForm
  return (
    <main className="gallery">
      <h1>Parçalar</h1>
      <Tabs label="Parçalar" tabs={TABS} active={active} onChange={setActive}>
        <Page />
      </Tabs>
    </main>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('gallery.html has no #root')
createRoot(root).render(
  <LanguageContext value={query.get('lang') === 'en' ? 'en' : 'tr'}>
    <ToastProvider>
      <Gallery />
    </ToastProvider>
  </LanguageContext>,
)
