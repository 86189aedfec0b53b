import { useState } from 'react'
import { Busy } from '../../ui/busy.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Facts } from '../../ui/facts.tsx'
import { KeyHint } from '../../ui/key-hint.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHead, Section } from '../../ui/section.tsx'
import { Tag } from '../../ui/tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'

type Line = { id: number; who: string; where: string; days: number }

const LINES: Line[] = [
  { id: 1, who: 'Şükran Çınar', where: 'Karşıyaka, Örnekköy', days: 12 },
  { id: 2, who: 'Ilgın Öztürk', where: 'Bayraklı, Adalet', days: 3 },
  { id: 3, who: 'İsmail Güngör', where: 'Karşıyaka, Cumhuriyet', days: 21 },
]
const COLUMNS: Column<Line>[] = [
  { key: 'who', label: 'Hane', show: line => line.who, sortBy: line => line.who },
  { key: 'where', label: 'Mahalle', show: line => line.where, sortBy: line => line.where },
  { key: 'days', label: 'Bekleme (gün)', show: line => line.days, sortBy: line => line.days, isNumber: true },
  {
    key: 'state',
    label: 'Durum',
    show: line => <Tag tone={line.days > 10 ? 'alarm' : 'wait'}>{line.days > 10 ? 'Gecikti' : 'Bekliyor'}</Tag>,
  },
]

export function GalleryParts() {
  const [selected, setSelected] = useState<ReadonlySet<number>>(new Set([2]))
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="form">
      <PageHead title="Şükran Çınar ve hanesi" lead="Karşıyaka, Örnekköy Mahallesi">
        <button type="button" className="button" onClick={() => setOpen(true)}>
          Pencereyi aç
        </button>
      </PageHead>
      <div className="actions">
        <Tag>Taslak</Tag>
        <Tag tone="good">Yeterli puan</Tag>
        <Tag tone="wait">Araştırma beklemede</Tag>
        <Tag tone="alarm">Acil</Tag>
        <Tag tone="info">İncelemede</Tag>
        <KeyHint keys={['g', 't']} />
      </div>
      <Section title="Havuz" count={LINES.length}>
        <DataTable
          caption="Havuz"
          columns={COLUMNS}
          rows={LINES}
          rowKey={line => line.id}
          href={line => `#${line.id}`}
          selected={selected}
          onSelect={setSelected}
        />
      </Section>
      <Section title="Bilinenler">
        <Facts
          items={[
            { term: 'Adres', value: '1671 Sk. No 12 D 3', note: 'Kapı düzeyi, 12.03.2026' },
            { term: 'Kişi', value: 4 },
            { term: 'Gelir', value: '8.400 TL', note: 'Beyan, 02.11.2026' },
          ]}
        />
      </Section>
      <Section title="Olanlar">
        <Timeline
          label="Olanlar"
          items={[
            {
              id: 1,
              at: '21.11.2026',
              title: 'Başvuru alındı',
              source: 'Dayanışma noktası, Ayşe Kaya',
              icon: 'file',
              body: 'Gıda, yakacak',
            },
            { id: 2, at: '12.03.2026', title: 'Taşındı', source: 'MERNİS' },
          ]}
        />
      </Section>
      <Notice action={{ label: 'Yeniden dene', onAct: () => undefined }}>Liste yüklenemedi.</Notice>
      <Busy />
      <EmptyState title="Burada bekleyen iş yok" text="Yeni başvurular geldikçe burada sıralanır." />
      {isOpen && (
        <Dialog title="Dosyayı kapat" onClose={() => setOpen(false)}>
          <p>Bu dosya kapatılınca başvuran bilgilendirilir.</p>
          <div className="actions">
            <button type="button" className="button is-main" onClick={() => setOpen(false)}>
              Kapat
            </button>
          </div>
        </Dialog>
      )}
    </div>
  )
}
