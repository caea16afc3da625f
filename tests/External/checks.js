// Opens documents one after the other in a frame of the page that runs this, measures them, and writes one line per check.
'use strict';

const overlapTolerance = 0.5; // px; boxes of glyphs are rounded outward by the browser
const widthTolerance = Number(settings.widthTolerance);
const smallestFont = 8;

const lines = [];
const report = (isGood, name, detail) => lines.push(`${isGood ? 'PASS' : 'FAIL'} ${settings.theme} ${name}${detail ? `: ${detail}` : ''}`);
const plain = text => text.replaceAll('\u00a0', ' ');

function open(url, width, height) {
  return new Promise((resolve, reject) => {
    const frame = document.createElement('iframe');
    frame.style.cssText = `width:${width}px;height:${height}px;border:0;color-scheme:light dark`;
    frame.onload = () => resolve(frame);
    frame.onerror = () => reject(new Error(`${url} does not open`));
    frame.src = url;
    document.body.append(frame);
  });
}

// A label is a text, or a group of texts and strokes, such as a fraction.
function labelsOf(svg) {
  const labels = new Set();
  for (const text of svg.querySelectorAll('text')) {
    labels.add(text.parentElement.localName === 'g' ? text.parentElement : text);
  }
  return [...labels];
}

function faultsOf(svg) {
  const faults = [];
  const frame = svg.getBoundingClientRect();
  const labels = labelsOf(svg).map(element => ({ text: plain(element.textContent), box: element.getBoundingClientRect() }));
  for (const [i, { text, box }] of labels.entries()) {
    if (box.width > 0 && (box.left < frame.left - overlapTolerance || box.top < frame.top - overlapTolerance
        || box.right > frame.right + overlapTolerance || box.bottom > frame.bottom + overlapTolerance)) {
      faults.push(`"${text}" leaves the drawing`);
    }
    for (const other of labels.slice(0, i)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (across > overlapTolerance && down > overlapTolerance) {
        faults.push(`"${text}" overlaps "${other.text}" by ${across.toFixed(1)} × ${down.toFixed(1)} px`);
      }
    }
  }
  const view = svg.ownerDocument.defaultView;
  for (const element of svg.querySelectorAll('text, tspan')) {
    const size = parseFloat(view.getComputedStyle(element).fontSize);
    if (size < smallestFont - 1e-6) {
      faults.push(`"${plain(element.textContent)}" has ${size} px`);
    }
  }
  return faults;
}

// The k-th plain label of a text is the k-th entry of that text in the layout report.
function widthErrors(svg, measured) {
  const errors = [];
  const seen = new Map();
  for (const text of svg.querySelectorAll('text')) {
    const content = plain(text.textContent);
    const widths = measured.filter(entry => entry[1] === content).map(entry => entry[0]);
    const index = seen.get(content) ?? 0;
    seen.set(content, index + 1);
    if (text.childElementCount === 0 && text.parentElement.localName !== 'g' && index < widths.length) {
      errors.push({ content, error: Math.abs(text.getComputedTextLength() - widths[index]) });
    }
  }
  return errors;
}

async function checkDrawings() {
  const errors = [];
  for (const { name, url, texts } of settings.drawings) {
    const frame = await open(url, 2400, 2400);
    const svg = frame.contentDocument.documentElement;
    const faults = svg.localName === 'svg' ? faultsOf(svg) : ['is no drawing'];
    report(faults.length === 0, name, faults.slice(0, 5).join('; '));
    errors.push(...texts ? widthErrors(svg, texts).map(entry => ({ name, ...entry })) : []);
    frame.remove();
  }
  errors.sort((a, b) => b.error - a.error);
  const worst = errors[0];
  report(errors.length > 0 && worst.error <= widthTolerance, 'widths of plain labels', errors.length === 0 ? 'nothing was measured'
    : `worst of ${errors.length} is ${worst.error.toFixed(4)} px, "${worst.content}" in ${worst.name}; bound ${widthTolerance} px`);
}

async function checkPage() {
  const frame = await open(settings.page, 1200, 900);
  const content = frame.contentDocument;
  const view = frame.contentWindow;
  report(view.matchMedia('(prefers-color-scheme: dark)').matches === (settings.theme === 'dark'), 'index.html has the theme asked for');
  for (const details of content.querySelectorAll('details')) {
    details.open = true;
  }
  const root = content.documentElement;
  for (const width of [420, 940, 1200]) {
    frame.style.width = `${width}px`;
    report(root.scrollWidth <= root.clientWidth, `index.html fits a width of ${width} px`, `${root.scrollWidth} of ${root.clientWidth} px`);
  }
  report(parseFloat(view.getComputedStyle(content.querySelector('main')).maxWidth) > 0, 'index.html has its own style');
  report([...content.querySelectorAll('img')].every(image => image.complete && image.naturalWidth > 0), 'index.html shows its images');
  const drawings = [...content.querySelectorAll('svg')];
  const faults = drawings.flatMap(svg => faultsOf(svg).map(fault => `${svg.id}: ${fault}`));
  report(drawings.length > 0 && faults.length === 0, `index.html with ${drawings.length} drawings`, faults.slice(0, 5).join('; '));
  frame.remove();
}

(async () => {
  try {
    report(matchMedia('(prefers-color-scheme: dark)').matches === (settings.theme === 'dark'), 'the browser has the theme asked for');
    await checkDrawings();
    await checkReport();
    if (settings.page) {
      await checkPage();
    }
  } catch (error) {
    report(false, 'the checks run to their end', `${error}`);
  }
  report(true, 'end');
  document.getElementById('result').textContent = lines.join('\n');
})();
