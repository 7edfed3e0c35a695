import { parseHex } from "../palette";
import { bottomCode, pointAlpha, pointSize, shuffled, type Painter, type Scene } from "./painter";

/*
 * Plain WebGL 2 rather than a library: regl, on which scatter plot libraries build, makes its draw
 * calls with `new Function`, which the page's content security policy forbids.
 */
const VERTEX = `#version 300 es
in vec2 position; in float code; in float bright;
uniform vec4 camera; uniform float size; uniform bool front; uniform bool ranked; uniform float bottom; uniform bool below;
uniform sampler2D table; out vec4 paint;
void main() {
  paint = texelFetch(table, ivec2(int(code), 0), 0);
  float depth = ranked && code < 254.5 ? 0.9 - 1.8 * code / 254.0 : 0.95;
  bool drawn = (bright > 0.5) == front && (abs(code - bottom) < 0.5) == below && position == position;
  gl_Position = drawn ? vec4((position - camera.xy) * camera.zw, depth, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
  gl_PointSize = size;
}`;
const FRAGMENT = `#version 300 es
precision highp float;
in vec4 paint; uniform float alpha; uniform float size; out vec4 color;
void main() {
  float edge = (0.5 - length(gl_PointCoord - 0.5)) * size;
  float cover = clamp(edge + 0.5, 0.0, 1.0) * alpha;
  if (cover <= 0.0) discard;
  color = vec4(paint.rgb * cover, cover);
}`;

function compile(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  ["position", "code", "bright"].forEach((name, at) => gl.bindAttribLocation(program, at, name));
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(gl.getProgramInfoLog(program) ?? "The map's shader did not link.");
  }
  return program;
}

/** Draws a scene with WebGL 2; null where there is none. */
export function glPainter(canvas: HTMLCanvasElement): Painter | null {
  const gl = canvas.getContext("webgl2", { antialias: false, alpha: false, premultipliedAlpha: true });
  if (!gl) return null;
  const program = compile(gl);
  const uniform = (name: string) => gl.getUniformLocation(program, name);
  const at = {
    camera: uniform("camera"),
    size: uniform("size"),
    alpha: uniform("alpha"),
    front: uniform("front"),
    ranked: uniform("ranked"),
    bottom: uniform("bottom"),
    below: uniform("below"),
  };
  const [positions, codes, brights, elements] = [gl.createBuffer(), gl.createBuffer(), gl.createBuffer(), gl.createBuffer()];
  const texture = gl.createTexture();
  let scene: Scene | null = null;
  let firstScale = 0;

  const attribute = (index: number, buffer: WebGLBuffer, data: AllowSharedBufferSource, width: number, type: number) => {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(index);
    gl.vertexAttribPointer(index, width, type, false, 0, 0);
  };

  return {
    set(next) {
      const points = next.xy.length / 2;
      gl.useProgram(program);
      if (next.xy !== scene?.xy) attribute(0, positions, next.xy as Float32Array<ArrayBuffer>, 2, gl.FLOAT);
      if (next.codes !== scene?.codes) attribute(1, codes, next.codes as Uint8Array<ArrayBuffer>, 1, gl.UNSIGNED_BYTE);
      if (next.bright) attribute(2, brights, next.bright as Uint8Array<ArrayBuffer>, 1, gl.UNSIGNED_BYTE);
      else {
        gl.disableVertexAttribArray(2);
        gl.vertexAttrib1f(2, 1);
      }
      if (points * 2 !== scene?.xy.length) {
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, elements);
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, shuffled(points), gl.STATIC_DRAW);
        firstScale = 0;
      }
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, next.table);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
      scene = next;
    },
    paint(camera, size, pixelRatio) {
      gl.viewport(0, 0, canvas.width, canvas.height);
      const [r, g, b] = parseHex(scene?.background ?? "#ffffff");
      gl.clearColor(r / 255, g / 255, b / 255, 1);
      gl.clear(gl.COLOR_BUFFER_BIT | gl.DEPTH_BUFFER_BIT);
      if (!scene || scene.xy.length === 0) return;
      const points = scene.xy.length / 2;
      firstScale ||= camera.scale;
      gl.useProgram(program);
      gl.enable(gl.BLEND);
      if (scene.isRanked) gl.enable(gl.DEPTH_TEST);
      else gl.disable(gl.DEPTH_TEST);
      gl.depthFunc(gl.LEQUAL);
      gl.uniform1i(at.ranked, scene.isRanked ? 1 : 0);
      gl.uniform1f(at.bottom, bottomCode(scene.isRanked ?? false));
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
      gl.uniform4f(at.camera, camera.x, camera.y, (2 * camera.scale) / size.width, (2 * camera.scale) / size.height);
      gl.uniform1f(at.size, pointSize(points, size, camera.scale / firstScale) * pixelRatio);
      for (const front of scene.bright ? [false, true] : [true]) {
        gl.clear(gl.DEPTH_BUFFER_BIT);
        gl.uniform1i(at.front, front ? 1 : 0);
        gl.uniform1f(at.alpha, pointAlpha(points) * (front ? 1 : 0.12));
        // Points without a value hide none that has one.
        for (const below of [1, 0]) {
          gl.uniform1i(at.below, below);
          gl.drawElements(gl.POINTS, points, gl.UNSIGNED_INT, 0);
        }
      }
    },
    destroy() {
      for (const buffer of [positions, codes, brights, elements]) gl.deleteBuffer(buffer);
      gl.deleteTexture(texture);
      gl.deleteProgram(program);
    },
  };
}
