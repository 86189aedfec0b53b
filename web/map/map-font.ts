/** Labels are drawn from the page's own font, so it must be here before the first label is; a slow one is not waited for. */
export async function mapFont(): Promise<void> {
  const sample = 'İğüşıöç'
  const weights = ['400', '600'].map(weight => document.fonts.load(`${weight} 24px "Noto Sans"`, sample))
  await Promise.race([Promise.all(weights), new Promise(done => setTimeout(done, 1500))])
}
