import { useEffect, useRef } from 'react'
import embed, { type Result } from 'vega-embed'
import { type Trend, type TrendLook, trendSpec } from './trend.rules.ts'
import { vegaLocale } from './vega-locale.ts'

/**
 * Draws a trend with Vega-Lite. `ast`: expressions run in Vega's interpreter, for the Content-Security-Policy allows no
 * eval; no style element and no menu is added for the same reason.
 */
export default function TrendChart({ label, ...trend }: Trend & Readonly<{ label: string }>) {
  const box = useRef<HTMLDivElement>(null)
  const key = JSON.stringify(trend.points) + trend.month + trend.indicator.id + trend.language
  const theme = document.documentElement.dataset.theme
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again when the figures, the language or the theme change
  useEffect(() => {
    let made: Result | null = null
    let isWanted = true
    const element = box.current
    if (!element) return
    embed(element, trendSpec(trend, lookOf(element)), {
      ast: true,
      actions: false,
      defaultStyle: false,
      renderer: 'canvas',
      tooltip: { disableDefaultStyle: true },
      ...vegaLocale(trend.language),
    }).then(result => {
      made = result
      if (!isWanted) result.finalize()
    })
    return () => {
      isWanted = false
      made?.finalize()
    }
  }, [key, theme])
  return <div className="trend" ref={box} role="img" aria-label={label} />
}

/** The page's own colours and type, so that a chart belongs to the theme. */
function lookOf(element: HTMLElement): TrendLook {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: token('--ink'),
    quiet: token('--ink-quiet'),
    line: token('--line'),
    accent: token('--accent'),
    font: style.fontFamily,
  }
}
