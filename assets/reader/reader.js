/**
 * <plenary-reader>: a paper beside its review form. A passage marked in it becomes a comment anchored to its page
 * (PDF) or paragraph (text) and its words. Light DOM, so that the page's own selection reaches it everywhere; needs
 * reader.css. Give it a height: it scrolls by itself.
 *
 * Attributes
 *   src             address of a PDF, fetched with same-origin credentials; goes before `paragraphs`
 *   pdfjs           base address of the PDF.js distribution, if not the webjar's
 *   label-larger, label-smaller
 *   label-document, label-comment, label-page ("page {0} of {1}"), label-loading, label-failed, label-retry
 * Properties
 *   paragraphs      [{number, text}], shown on one sheet when there is no `src`
 *   comments        [{id, page, paragraph, quote, label}]: each passage found is highlighted and gets a button in the
 *                   margin, named by its label
 * Methods
 *   show(id)        scrolls to a comment's passage and flashes it; goTo(page) scrolls to a page.
 *                   Both may be called before the document is open.
 *   read()          puts the focus on the document, to read on by keyboard
 * Events (bubbling)
 *   ready           {pages}: the document is open; pages is null for paragraphs
 *   passage         {page, paragraph, quote}: the person wants to comment on what is selected (button or Alt+C), or,
 *                   with nothing selected and the focus here, on the page or paragraph in view (Alt+C): quote is ""
 *   comment         {id}: a highlighted passage or its button in the margin was clicked
 */

const PDFJS = "/webjars/pdfjs-dist/5.4.624";

const LABELS = {
  document: "Document",
  comment: "Comment on this passage",
  page: "page {0} of {1}",
  loading: "Loading the document…",
  failed: "The document could not be opened.",
  retry: "Try again",
  larger: "Larger",
  smaller: "Smaller",
};

const LONGEST_QUOTE = 500;
const SHORTEST_TAIL = 20;
const LARGEST_CANVAS = 2 ** 24; // pixels; Safari on phones leaves anything larger blank
const PIN_HEIGHT = 26;
const EDGE = 16; // what stays visible above a page that is scrolled to
const SIZES = [1, 1.4, 2, 2.8]; // of a page, as shares of the width there is
const FLASH_TIME = 2400;
const FIREFOX = CSS.supports("-moz-appearance", "none");

// The registry is the document's, so several readers share one highlight
const highlight = CSS.highlights && new Highlight();
if (highlight) {
  CSS.highlights.set("plenary-comment", highlight);
}

const make = (tag, name, properties = {}) =>
  Object.assign(document.createElement(tag), { className: name, ...properties });

function discard(canvas) {
  if (canvas) {
    canvas.width = 0; // Safari counts the pixels of removed canvases, too
    canvas.remove();
  }
}

let failures = 0;

async function library(base) {
  // PDF.js' main build relies on these two; browsers without them get the build made for them
  const modern = "toHex" in Uint8Array.prototype && "try" in Promise;
  const folder = `${base}/${modern ? "build" : "legacy/build"}`;
  // Browsers remember a module that failed to load, so another attempt needs another address
  const pdfjs = await import(`${folder}/pdf.mjs${failures ? `?${failures}` : ""}`).catch((error) => {
    failures++;
    throw error;
  });
  pdfjs.GlobalWorkerOptions.workerSrc = `${folder}/pdf.worker.mjs`;
  return pdfjs;
}

/* ---------- Words ---------- */

/*
 * Two texts of one passage differ in spaces, line breaks, hyphens, ligatures and invisible marks, depending on who
 * extracted them. Passages are therefore compared without any of these.
 */
const fold = (text) => text.normalize("NFKD").replace(/[\s\p{Pd}\p{Cf}]+/gu, "");

/** The folded text of an element, and for each of its characters the place in the document it came from. */
function indexText(root) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const places = [];
  let text = "";
  while (walker.nextNode()) {
    let start = 0;
    for (const character of walker.currentNode.data) {
      const folded = fold(character);
      const end = start + character.length;
      for (let i = 0; i < folded.length; i++) {
        places.push({ node: walker.currentNode, start, end });
      }
      text += folded;
      start = end;
    }
  }
  return { text, places };
}

function locate(quote, { text, places }) {
  const sought = fold(quote ?? "");
  let length = sought.length;
  let from = length ? text.indexOf(sought) : -1;
  // A passage that runs over to the next page has only its beginning on this one
  while (from < 0 && --length >= SHORTEST_TAIL) {
    from = text.endsWith(sought.slice(0, length)) ? text.length - length : -1;
  }
  if (from < 0) return null;
  const range = document.createRange();
  range.setStart(places[from].node, places[from].start);
  range.setEnd(places[from + length - 1].node, places[from + length - 1].end);
  return range;
}

/** What a range holds below root: its text with line breaks, and its pieces of text nodes. */
function read(range, root) {
  const within = root.contains(range.commonAncestorContainer) ? range.commonAncestorContainer : root;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const pieces = [];
  let text = "";
  for (let node = within; node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    if (node.nodeType === Node.TEXT_NODE) {
      const start = node === range.startContainer ? range.startOffset : 0;
      const end = node === range.endContainer ? range.endOffset : node.length;
      if (end > start) {
        text += node.data.slice(start, end);
        pieces.push({ node, start, end });
      }
    } else if (node.matches("br, p, .reader-text")) {
      text += "\n";
    }
  }
  return { text, pieces };
}

/** A selected text as a person would quote it; `seen` tells what else the document says, as one string. */
function tidy(text, seen) {
  const joined = text.replace(/(\p{L}+)[-\u00AD\u2010][^\S\n]*\n\s*(\p{Ll}+)/gu, (_, left, right) => {
    // A hyphen at the end of a line splits a word, unless the same compound is written out elsewhere
    const compound = `${left}-${right}`;
    return seen().includes(compound) ? compound : left + right;
  });
  const plain = joined
    .replace(/[\uFB00-\uFDFF\uFE70-\uFEFC]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(/[\0\u00AD]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length <= LONGEST_QUOTE
    ? plain
    : plain.slice(0, LONGEST_QUOTE).replace(/\s\S{0,30}$|[\uD800-\uDBFF]$/, "");
}

const belongs = (comment, { kind, number }) => comment[kind] != null && Number(comment[kind]) === number;

const clamp = (value, least, most) => Math.max(least, Math.min(value, most));

const equal = (a, b) =>
  a.startContainer === b.startContainer &&
  a.startOffset === b.startOffset &&
  a.endContainer === b.endContainer &&
  a.endOffset === b.endOffset;

class PlenaryReader extends HTMLElement {
  static observedAttributes = ["src", "pdfjs", ...Object.keys(LABELS).map((name) => `label-${name}`)];

  #scroller = make("div", "reader-scroller", { tabIndex: 0, role: "region" });
  #pages = make("div", "reader-pages");
  #offer = make("button", "reader-offer", { type: "button", hidden: true });
  #tools = make("div", "reader-tools", { role: "group", hidden: true });
  #smaller = make("button", "reader-size", { type: "button", textContent: "−" });
  #larger = make("button", "reader-size", { type: "button", textContent: "+" });
  #state = make("div", "reader-state", { tabIndex: -1, hidden: true });
  #message = make("p", "reader-message", { role: "status" });
  #progress = make("progress", "reader-progress");
  #bytes = make("p", "reader-bytes", { ariaHidden: "true" });
  #retry = make("button", "reader-retry", { type: "button" });

  #sheets = []; // pages or paragraphs: {number, box, text, ready} and, for pages, what drawing them needs
  #paragraphs = null;
  #comments = [];
  #marks = new Map(); // comment id as a string -> {comment, sheet, range, pin}
  #attached = null; // aborts when the element leaves the document
  #opened = null; // aborts when another document takes the place of this one
  #near = null;
  #resized = null;
  #place = null; // what is at the top, to find it again after a resize
  #width = 0;
  #size = 0; // index in SIZES
  #wanted = null; // the last show() or goTo()
  #pressed = false;
  #touched = false;
  #anchor = null; // the text where a selection begun beside the text begins
  #passage = null; // what the button would comment on
  #answered = null; // the selection for which the button was already used or dismissed
  #offering = 0;
  #fitting = 0;

  /* ---------- Contract ---------- */

  get paragraphs() {
    return this.#paragraphs;
  }

  set paragraphs(paragraphs) {
    this.#paragraphs = paragraphs;
    if (this.#opened && !this.hasAttribute("src")) {
      this.#open();
    }
  }

  get comments() {
    return this.#comments;
  }

  set comments(comments) {
    this.#comments = comments ?? [];
    const focused = this.contains(document.activeElement) && document.activeElement.dataset.comment;
    this.#sheets.forEach((sheet) => this.#mark(sheet));
    if (focused) {
      this.#marks.get(focused)?.pin.focus({ preventScroll: true });
    }
  }

  read() {
    this.#scroller.focus({ preventScroll: true });
  }

  goTo(page) {
    this.#want(() => {
      const sheet = this.#sheets.find(({ number }) => number === Number(page));
      if (sheet) {
        this.#reach(sheet.box, 0);
      }
    });
  }

  show(id) {
    const wish = async () => {
      const comment = this.#comments.find((each) => String(each.id) === String(id));
      const sheet = comment && this.#sheets.find((each) => belongs(comment, each));
      if (!sheet) return;
      if (!sheet.text) {
        // Only what is near the viewport is drawn, and only what is drawn can be searched
        this.#reach(sheet.box, 0);
        await sheet.ready.promise;
      }
      if (this.#wanted === wish) {
        const target = this.#marks.get(String(id))?.range ?? sheet.box;
        this.#reach(target, target === sheet.box ? 0 : 1 / 3);
        this.#flash(sheet, target);
      }
    };
    this.#want(wish);
  }

  #want(wish) {
    this.#wanted = wish;
    if (this.#sheets.length) {
      wish();
    }
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  }

  /* ---------- Life ---------- */

  connectedCallback() {
    this.#offer.setAttribute("aria-keyshortcuts", "Alt+C");
    this.#scroller.append(this.#pages, this.#offer);
    this.#state.append(this.#message, this.#progress, this.#bytes, this.#retry);
    this.#tools.append(this.#smaller, this.#larger);
    this.append(this.#scroller, this.#tools, this.#state);
    this.#name();
    this.#attached = new AbortController();
    this.#listen(this.#attached.signal);
    this.#near = new IntersectionObserver((entries) => this.#seen(entries), {
      root: this.#scroller,
      rootMargin: "100% 0px",
    });
    this.#resized = new ResizeObserver(() => this.#fit());
    this.#resized.observe(this.#scroller);
    // A property set before this module was loaded hides the accessor of the same name
    for (const name of ["paragraphs", "comments"]) {
      if (Object.hasOwn(this, name)) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
    }
    this.#open();
  }

  disconnectedCallback() {
    this.#attached.abort();
    this.#close();
    this.#near.disconnect();
    this.#resized.disconnect();
    clearTimeout(this.#offering);
    clearTimeout(this.#fitting);
  }

  attributeChangedCallback(name) {
    // Before the element is connected there is nothing to change: connecting reads all attributes
    if (!this.#opened) return;
    if (name.startsWith("label-")) {
      this.#name();
    } else {
      this.#open();
    }
  }

  #listen(signal) {
    const on = (target, types, listener) =>
      types.split(" ").forEach((type) => target.addEventListener(type, listener, { signal }));
    on(this.#retry, "click", () => this.#open());
    on(this.#smaller, "click", () => this.#resize(this.#size - 1));
    on(this.#larger, "click", () => this.#resize(this.#size + 1));
    // A press on the button must not take the selection away
    on(this.#offer, "pointerdown mousedown", (event) => event.preventDefault());
    on(this.#offer, "click", () => this.#accept());
    on(this.#scroller, "click", (event) => this.#click(event));
    on(this.#scroller, "scroll", () => this.#notePlace());
    // A selection may end anywhere, so these are the document's
    on(document, "pointerdown pointerup pointercancel", (event) => {
      this.#pressed = event.type === "pointerdown";
      this.#touched = event.pointerType === "touch";
      this.#steady();
      if (this.#pressed) {
        this.#ground(event);
      } else if (this.#anchor && !document.getSelection().isCollapsed) {
        const { focusNode, focusOffset } = document.getSelection();
        document.getSelection().setBaseAndExtent(...this.#anchor, focusNode, focusOffset);
      }
    });
    on(document, "mouseup touchend keyup", () => this.#offerSoon(0));
    on(document, "selectionchange", () => {
      this.#steady();
      if (document.getSelection().isCollapsed) {
        // On a touch screen a tap on the button may end the selection before it counts as a click
        this.#offerSoon(this.#touched ? 300 : 0);
      } else if (!this.#pressed) {
        // The handles of a touch screen change a selection without any other event
        this.#offerSoon(400);
      }
    });
    on(document, "keydown", (event) => {
      // By its code, since Alt+C writes another character on some keyboards
      if (event.code === "KeyC" && event.altKey && !event.ctrlKey && !event.metaKey) {
        if (!this.#offer.hidden) {
          event.preventDefault();
          this.#accept();
        } else if (this.#scroller.contains(document.activeElement) && this.#sheets.length) {
          event.preventDefault();
          this.#acceptSheet();
        }
      } else if (event.key === "Escape" && !this.#offer.hidden) {
        this.#withdraw();
      }
    });
  }

  /* ---------- Words around the document ---------- */

  #label(name) {
    return this.getAttribute(`label-${name}`) || LABELS[name];
  }

  #name() {
    this.#scroller.ariaLabel = this.#label("document");
    this.#offer.textContent = this.#label("comment");
    this.#retry.textContent = this.#label("retry");
    this.#larger.ariaLabel = this.#label("larger");
    this.#smaller.ariaLabel = this.#label("smaller");
    this.#progress.ariaLabel = this.#label("loading");
    this.#say(this.#state.dataset.kind);
    for (const { number, box } of this.#sheets.filter((sheet) => sheet.kind === "page")) {
      box.ariaLabel = this.#label("page").replace("{0}", number).replace("{1}", this.#sheets.length);
    }
  }

  /** Says "loading" or "failed" in the document's place; nothing shows the document. */
  #say(kind = "") {
    const turned = kind !== this.#state.dataset.kind && this.contains(document.activeElement);
    this.#state.dataset.kind = kind;
    this.#state.hidden = !kind;
    this.#scroller.hidden = !!kind;
    this.#tools.inert = !!kind;
    this.#progress.hidden = this.#bytes.hidden = kind !== "loading";
    this.#retry.hidden = kind !== "failed";
    this.#message.textContent = kind && this.#label(kind);
    if (turned) {
      // What had the focus is hidden now
      (kind ? this.#state : this.#scroller).focus({ preventScroll: true });
    }
  }

  #report(loaded, total) {
    const language = this.closest("[lang]")?.lang.replace("_", "-") || undefined;
    const size = new Intl.NumberFormat(language, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
    const known = total >= loaded;
    this.#bytes.textContent = [loaded, ...(known ? [total] : [])].map((bytes) => size.format(bytes / 1000)).join(" / ");
    if (known) {
      this.#progress.max = total;
      this.#progress.value = loaded;
    }
  }

  /* ---------- Opening ---------- */

  #open() {
    this.#close();
    this.#opened = new AbortController();
    if (this.hasAttribute("src")) {
      this.#openPdf(this.#opened.signal);
    } else if (this.#paragraphs) {
      this.#openParagraphs();
    }
  }

  #close() {
    this.#opened?.abort();
    this.#opened = null;
    this.#near?.disconnect();
    this.#marks.forEach(({ range }) => highlight?.delete(range));
    this.#marks.clear();
    if (this.#sheets.length) {
      this.#wanted = null;
    }
    this.#sheets = [];
    this.#place = null;
    this.#withdraw();
    this.#pages.replaceChildren();
    this.#tools.hidden = true;
    this.#say();
  }

  async #openPdf(signal) {
    this.#progress.removeAttribute("value");
    this.#bytes.textContent = "";
    this.#say("loading");
    try {
      const base = new URL(this.getAttribute("pdfjs") || PDFJS, document.baseURI).href.replace(/\/$/, "");
      const pdfjs = await library(base);
      if (signal.aborted) return;
      const task = pdfjs.getDocument({
        url: new URL(this.getAttribute("src"), document.baseURI).href,
        cMapUrl: `${base}/cmaps/`,
        standardFontDataUrl: `${base}/standard_fonts/`,
        wasmUrl: `${base}/wasm/`,
        iccUrl: `${base}/iccs/`,
        isEvalSupported: false,
      });
      // Whatever was still under way then fails, as it should
      signal.addEventListener("abort", () => task.destroy().catch(() => {}));
      task.onProgress = ({ loaded, total }) => signal.aborted || this.#report(loaded, total);
      const pdf = await task.promise;
      const first = await pdf.getPage(1);
      if (!signal.aborted) {
        this.#say();
        this.#layOut(pdf, pdfjs, first, signal);
      }
    } catch (error) {
      if (!signal.aborted) {
        console.warn(error);
        this.#say("failed");
      }
    }
  }

  #layOut(pdf, pdfjs, first, signal) {
    for (let number = 1; number <= pdf.numPages; number++) {
      const box = make("div", "reader-page", { role: "group" });
      const sheet = { kind: "page", number, box, pdf, pdfjs, signal, ready: Promise.withResolvers() };
      this.#measure(sheet, first); // until its own size is known
      this.#pages.append(box);
      this.#sheets.push(sheet);
    }
    this.#settle(pdf.numPages);
    this.#sheets.forEach((sheet) => this.#near.observe(sheet.box));
    this.#measureAll(signal);
  }

  #openParagraphs() {
    const paper = make("div", "reader-sheet");
    for (const { number, text } of this.#paragraphs) {
      const box = make("p", "reader-paragraph", { dir: "auto", textContent: text });
      box.dataset.number = number;
      paper.append(box);
      this.#sheets.push({ kind: "paragraph", number: Number(number), box, text: box });
    }
    this.#pages.append(paper);
    this.#settle(null);
  }

  #settle(pages) {
    this.#tools.hidden = pages === null;
    this.#resize(pages === null ? 0 : this.#size);
    this.#name();
    this.#fit();
    this.#sheets.forEach((sheet) => this.#mark(sheet));
    this.#tell("ready", { pages });
    this.#wanted?.();
  }

  /* ---------- Pages ---------- */

  #measure(sheet, page) {
    const { width, height, rotation, rawDims } = page.getViewport({ scale: 1 });
    sheet.unit = rotation % 180 ? rawDims.pageHeight : rawDims.pageWidth;
    sheet.box.style.aspectRatio = `${width} / ${height}`;
    this.#scale(sheet);
  }

  /** The text layer is laid out in units of the PDF; this property, which PDF.js expects, is what scales it. */
  #scale({ box, unit }, width = box.clientWidth) {
    if (unit && width) {
      box.style.setProperty("--total-scale-factor", width / unit);
    }
  }

  async #page(sheet) {
    const page = await sheet.pdf.getPage(sheet.number);
    if (!sheet.page) {
      sheet.page = page;
      this.#measure(sheet, page);
      this.#keepPlace();
    }
    return page;
  }

  async #measureAll(signal) {
    for (const sheet of this.#sheets) {
      if (signal.aborted) return;
      // A broken page keeps the size of the first one
      await this.#page(sheet).catch(() => {});
    }
  }

  #seen(entries) {
    for (const { target, isIntersecting } of entries) {
      const sheet = this.#sheets.find(({ box }) => box === target);
      if (!sheet) continue;
      sheet.near = isIntersecting;
      if (isIntersecting) {
        this.#draw(sheet);
      } else {
        // Pixels are what costs memory; the text stays, for it may be selected or highlighted
        sheet.task?.cancel();
        discard(sheet.canvas);
        sheet.canvas = sheet.drawn = null;
      }
    }
  }

  async #draw(sheet) {
    const width = sheet.box.clientWidth;
    if (!width || (sheet.drawn?.width === width && sheet.drawn.ratio === devicePixelRatio)) return;
    // An object of its own, so that an attempt given up never passes for a later one of the same size
    const drawn = { width, ratio: devicePixelRatio };
    sheet.drawn = drawn;
    sheet.task?.cancel();
    try {
      const page = await this.#page(sheet);
      if (sheet.signal.aborted || sheet.drawn !== drawn) return;
      const viewport = page.getViewport({ scale: width / page.getViewport({ scale: 1 }).width });
      const density = Math.min(devicePixelRatio, Math.sqrt(LARGEST_CANVAS / (viewport.width * viewport.height)));
      const canvas = make("canvas", "reader-canvas", {
        width: Math.floor(viewport.width * density),
        height: Math.floor(viewport.height * density),
        role: "presentation",
      });
      sheet.task = page.render({ canvas, viewport, transform: [density, 0, 0, density, 0, 0] });
      this.#write(sheet, page, viewport);
      await sheet.task.promise;
      // The former picture stays, stretched, until the new one is complete
      if (sheet.drawn === drawn) {
        discard(sheet.canvas);
        sheet.canvas = canvas;
        sheet.box.prepend(canvas);
      }
    } catch (error) {
      if (sheet.drawn === drawn) {
        sheet.drawn = null;
      }
      if (!sheet.signal.aborted && error.name !== "RenderingCancelledException") {
        console.warn(error);
      }
    }
  }

  async #write(sheet, page, viewport) {
    if (sheet.layer) {
      sheet.layer.update({ viewport });
      return;
    }
    const container = make("div", "reader-text");
    sheet.box.append(container);
    // Without normalisation each glyph keeps its width; tidy() and fold() resolve the ligatures later
    const textContentSource = page.streamTextContent({ disableNormalization: true });
    sheet.layer = new sheet.pdfjs.TextLayer({ textContentSource, container, viewport });
    sheet.signal.addEventListener("abort", () => sheet.layer.cancel());
    try {
      await sheet.layer.render();
    } catch (error) {
      if (!sheet.signal.aborted) {
        console.warn(error);
      }
      return;
    }
    sheet.end = make("div", "reader-end");
    container.append(sheet.end);
    sheet.text = container;
    this.#mark(sheet);
    sheet.ready.resolve();
  }

  /* ---------- Place ---------- */

  /** Pages larger or smaller, the middle of what is seen staying in the middle. */
  #resize(size) {
    this.#size = clamp(size, 0, SIZES.length - 1);
    const { scrollLeft, scrollWidth, clientWidth } = this.#scroller;
    const middle = (scrollLeft + clientWidth / 2) / scrollWidth;
    this.#pages.style.setProperty("--reader-size", SIZES[this.#size]);
    // Not disabled at the ends, which would take the focus away
    this.#smaller.ariaDisabled = String(this.#size === 0);
    this.#larger.ariaDisabled = String(this.#size === SIZES.length - 1);
    this.#fit();
    this.#scroller.scrollLeft = middle * this.#scroller.scrollWidth - clientWidth / 2;
  }

  #fit() {
    this.#width = this.#scroller.clientWidth;
    const width = this.#sheets[0]?.box.clientWidth; // of all pages: asking each one would lay out each time
    this.#sheets.forEach((sheet) => this.#scale(sheet, width));
    this.#keepPlace();
    clearTimeout(this.#fitting);
    this.#fitting = setTimeout(() => {
      this.#sheets.forEach((sheet) => this.#placePins(sheet));
      this.#sheets.filter(({ near }) => near).forEach((sheet) => this.#draw(sheet));
    }, 150);
  }

  #notePlace() {
    if (this.#scroller.clientWidth !== this.#width) {
      return; // the browser scrolled because the pages got shorter, not the person
    }
    const top = this.#scroller.scrollTop;
    const sheet = this.#sheets.find(({ box }) => box.offsetTop + box.offsetHeight > top);
    this.#place = sheet && { sheet, share: (top - sheet.box.offsetTop) / sheet.box.offsetHeight };
  }

  /** After a change of size the same lines are at the top again, also where browsers do not anchor scrolling. */
  #keepPlace() {
    if (this.#place) {
      const { box } = this.#place.sheet;
      this.#scroller.scrollTop = box.offsetTop + this.#place.share * box.offsetHeight;
    }
  }

  /** Brings an element or range to a share of the reader's height, and the reader itself into view. */
  #reach(target, share) {
    this.scrollIntoView({ block: "nearest" });
    const distance = target.getBoundingClientRect().top - this.#scroller.getBoundingClientRect().top;
    this.#scroller.scrollTop += distance - Math.max(EDGE, share * this.#scroller.clientHeight);
  }

  #flash({ box }, target) {
    const frame = box.getBoundingClientRect();
    const rect = target.getBoundingClientRect();
    const flash = make("span", "reader-flash");
    // In shares of the box, so that it stays on the passage when the size changes
    flash.style.left = `${((rect.left - frame.left) / frame.width) * 100}%`;
    flash.style.top = `${((rect.top - frame.top) / frame.height) * 100}%`;
    flash.style.width = `${(rect.width / frame.width) * 100}%`;
    flash.style.height = `${(rect.height / frame.height) * 100}%`;
    box.append(flash);
    setTimeout(() => flash.remove(), FLASH_TIME);
  }

  /* ---------- Comments ---------- */

  #mark(sheet) {
    for (const [id, mark] of this.#marks) {
      if (mark.sheet === sheet) {
        highlight?.delete(mark.range);
        mark.pin.remove();
        this.#marks.delete(id);
      }
    }
    if (!sheet.text) return;
    for (const comment of this.#comments.filter((each) => belongs(each, sheet))) {
      sheet.index ??= indexText(sheet.text);
      const range = locate(comment.quote, sheet.index);
      if (range) {
        const title = comment.label || comment.quote;
        const pin = make("button", "reader-pin", { type: "button", title, ariaLabel: title });
        pin.dataset.comment = comment.id;
        sheet.box.append(pin);
        highlight?.add(range);
        this.#marks.set(String(comment.id), { comment, sheet, range, pin });
      }
    }
    this.#placePins(sheet);
  }

  #placePins(sheet) {
    const frame = sheet.box.getBoundingClientRect();
    const places = [...this.#marks.values()]
      .filter((mark) => mark.sheet === sheet && mark.range.getClientRects().length)
      .map(({ pin, range }) => ({ pin, top: range.getClientRects()[0].top - frame.top }))
      .sort((a, b) => a.top - b.top);
    let free = 0;
    for (const { pin, top } of places) {
      const place = Math.max(top, free);
      pin.style.top = `${(place / frame.height) * 100}%`;
      free = place + PIN_HEIGHT;
    }
  }

  #click({ target, clientX: x, clientY: y }) {
    const pin = target.closest(".reader-pin");
    let mark = pin && this.#marks.get(pin.dataset.comment);
    if (!mark && document.getSelection().isCollapsed) {
      const holds = ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom;
      // Of passages within each other the shortest is meant: the others can be clicked elsewhere
      mark = [...this.#marks.values()]
        .filter(({ range }) => [...range.getClientRects()].some(holds))
        .sort((a, b) => a.comment.quote.length - b.comment.quote.length)[0];
    }
    if (mark) {
      this.#tell("comment", { id: mark.comment.id });
    }
  }

  /* ---------- Marking a passage ---------- */

  #selected() {
    const selection = document.getSelection();
    if (selection.isCollapsed || !this.#pages.contains(selection.getRangeAt(0).startContainer)) return null;
    const range = selection.getRangeAt(0).cloneRange();
    const { text, pieces } = read(range, this.#pages);
    const quote = tidy(text, () => {
      const everything = document.createRange();
      everything.selectNodeContents(this.#pages);
      return read(everything, this.#pages).text;
    });
    const words = pieces.filter(({ node, start, end }) => node.data.slice(start, end).trim());
    const sheet = words.length && this.#sheets.find(({ box }) => box.contains(words[0].node));
    return quote && sheet ? { range, quote, sheet, last: words.at(-1) } : null;
  }

  #offerSoon(delay) {
    clearTimeout(this.#offering);
    this.#offering = setTimeout(() => this.#propose(), delay);
  }

  #propose() {
    const passage = this.#selected();
    if (!passage) {
      this.#withdraw();
      this.#answered = null;
      return;
    }
    if ([this.#answered, this.#passage?.range].some((range) => range && equal(range, passage.range))) return;
    this.#passage = passage;
    this.#offer.hidden = false;
    const { node, start, end } = passage.last;
    const words = document.createRange();
    words.setStart(node, start);
    words.setEnd(node, end);
    const rect = [...words.getClientRects()].at(-1);
    const { scrollTop, clientWidth, clientHeight } = this.#scroller;
    const frame = this.#scroller.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = this.#offer;
    // Below the passage: above it, a touch screen shows its own menu. A finger's handle needs room, too.
    const gap = this.#touched ? 28 : 8;
    const left = clamp(rect.right - frame.left - offsetWidth / 2, 8, clientWidth - offsetWidth - 8);
    const top = clamp(rect.bottom - frame.top + gap, 8, clientHeight - offsetHeight - 8);
    this.#offer.style.left = `${left}px`;
    this.#offer.style.top = `${scrollTop + top}px`;
  }

  #withdraw() {
    const focused = document.activeElement === this.#offer;
    this.#answered = this.#passage?.range ?? this.#answered;
    this.#passage = null;
    this.#offer.hidden = true;
    if (focused) {
      this.#scroller.focus({ preventScroll: true });
    }
  }

  #accept() {
    const { sheet, quote } = this.#passage;
    this.#withdraw();
    this.#pass(sheet, quote);
  }

  /** Who cannot select comments on the page or paragraph in the middle of the view. */
  #acceptSheet() {
    const middle = this.#scroller.scrollTop + this.#scroller.clientHeight / 2;
    const sheet = this.#sheets.find(({ box }) => box.offsetTop + box.offsetHeight > middle);
    this.#pass(sheet ?? this.#sheets.at(-1), "");
  }

  #pass(sheet, quote) {
    this.#tell("passage", {
      page: sheet.kind === "page" ? sheet.number : null,
      paragraph: sheet.kind === "paragraph" ? sheet.number : null,
      quote,
    });
  }

  /**
   * The lines of a text layer are separate boxes, so a drag that begins or passes beside them would jump to the end of
   * the page. While the mouse is pressed, a layer-wide element lies below the lines. Firefox needs no more; other
   * engines take that element's position in the document for the pointer's, so it is moved to where the pointer is:
   * here beside the line nearest to a press, in #steady() beside the selection's moving end. As its moves may carry
   * off the selection's beginning, that is put right at the end of the drag.
   */
  #ground({ target, button, shiftKey, pointerType, clientX: x, clientY: y }) {
    this.#anchor = null;
    const sheet = this.#sheets.find(({ text, end }) => end && text === target);
    if (!sheet || FIREFOX || button || shiftKey || pointerType === "touch") return;
    const places = [...sheet.text.querySelectorAll(":scope > span")].map((span) => {
      const { left, right, top, bottom } = span.getBoundingClientRect();
      return {
        span,
        before: y < top || (y <= bottom && x < left),
        distance: Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom)),
      };
    });
    const nearest = places.sort((a, b) => a.distance - b.distance)[0];
    if (nearest) {
      const { span, before } = nearest;
      span[before ? "before" : "after"](sheet.end);
      sheet.text.classList.add("reader-selecting");
      this.#anchor = [span.firstChild, before ? 0 : span.firstChild.length];
    }
  }

  #steady() {
    const selection = document.getSelection();
    const range = this.#pressed && selection.rangeCount ? selection.getRangeAt(0) : null;
    for (const { text, end } of this.#sheets) {
      if (!end) continue;
      const active = !!range?.intersectsNode(text);
      if (!active && text.classList.contains("reader-selecting")) {
        text.append(end);
      }
      text.classList.toggle("reader-selecting", active);
    }
    if (!range || FIREFOX) return;
    const backward = selection.direction === "backward";
    const edge = backward ? range.startContainer : range.endContainer;
    const span = (edge.nodeType === Node.TEXT_NODE ? edge.parentNode : edge).closest(".reader-text > span");
    const end = span && this.#sheets.find(({ text }) => text === span.parentNode)?.end;
    if (!end) return;
    // A selection that ends before a line's first letter ends, for the eye, with the line before
    span[backward || range.endOffset === 0 ? "before" : "after"](end);
  }
}

customElements.define("plenary-reader", PlenaryReader);
