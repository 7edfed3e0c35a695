import { useEffect, useRef } from "preact/hooks";
import { closeLesson, goTo, lesson, step } from "./state";
import type { Block, Span } from "./parse";
import * as state from "../store";

function Words({ spans }: { spans: Span[] }) {
  return (
    <>
      {spans.map((span, i) => {
        switch (span.kind) {
          case "bold":
            return <b key={i}>{span.text}</b>;
          case "italic":
            return (
              <i key={i} class="gene">
                {span.text}
              </i>
            );
          case "code":
            return <code key={i}>{span.text}</code>;
          case "link":
            return span.to.startsWith("#") ? (
              <a key={i} href={span.to}>
                {span.text}
              </a>
            ) : (
              <a key={i} href={span.to} target="_blank" rel="noreferrer">
                {span.text}
              </a>
            );
          default:
            return <span key={i}>{span.text}</span>;
        }
      })}
    </>
  );
}

function Body({ block }: { block: Block }) {
  switch (block.kind) {
    case "list":
      return (
        <ul>
          {block.items.map((item, i) => (
            <li key={i}>
              <Words spans={item} />
            </li>
          ))}
        </ul>
      );
    case "try":
      return (
        <p class="try">
          <b>Try it.</b> <Words spans={block.spans} />
        </p>
      );
    case "question":
      return (
        <details>
          <summary>
            <Words spans={block.question} />
          </summary>
          <p>
            <Words spans={block.answer} />
          </p>
        </details>
      );
    default:
      return (
        <p>
          <Words spans={block.spans} />
        </p>
      );
  }
}

/** A lesson's text beside the page; each step shows its view. */
export function LessonPanel() {
  const now = lesson.value;
  const shown = step.value;
  const at = state.lessonAt.value;
  const box = useRef<HTMLElement | null>(null);
  useEffect(() => {
    box.current?.scrollTo(0, 0);
  }, [shown]);
  if (!now || !shown) return null;
  const last = now.steps.length;
  return (
    <section ref={box} class="lesson" aria-label="Lesson">
      <div class="lessonhead">
        <small>
          {now.title} · about {now.minutes} min
        </small>
        <button type="button" class="close" aria-label="Close the lesson" onClick={closeLesson}>
          ×
        </button>
      </div>
      <h2>{shown.title}</h2>
      {shown.blocks.map((block, i) => (
        <Body key={`${at} ${i}`} block={block} />
      ))}
      <div class="lessonsteps">
        <button type="button" class="btn" disabled={at <= 1} onClick={() => goTo(at - 1)}>
          Back
        </button>
        <span aria-live="polite">
          {at} of {last}
        </span>
        {at < last ? (
          <button type="button" class="btn primary" onClick={() => goTo(at + 1)}>
            Next
          </button>
        ) : (
          <button type="button" class="btn primary" onClick={closeLesson}>
            Done
          </button>
        )}
      </div>
    </section>
  );
}
