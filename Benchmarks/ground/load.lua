-- The requests, for wrk: `wrk … -s load.lua URL -- ROW RUN TOKEN IDS`.
--
-- ROW names the requests, RUN makes what is written unique over all runs, IDS is a file with the
-- identifier of a conversation on each line. Prints the outcome as one line of JSON.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

-- Words as people use them: a few everywhere, most seldom. All of them are made up.
local syllables = { "ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "xo" }
local vocabulary = {}
for rank = 1, 5000 do
  local word, rest = "", rank + 14
  while rest > 0 do
    word = word .. syllables[rest % 14 + 1]
    rest = math.floor(rest / 14)
  end
  vocabulary[rank] = word
end

local function word()
  return vocabulary[math.floor(math.exp(math.random() * math.log(#vocabulary)))]
end

local function text(count)
  local words = {}
  for index = 1, count do words[index] = word() end
  return table.concat(words, " ")
end

local ids = {}
local mark

local function conversation() return "/api/v1/conversations/" .. ids[math.random(#ids)] end

local headers = {}

local function post(path, body)
  headers["Content-Type"] = "application/json"
  return wrk.format("POST", path, headers, body)
end

local function get(path) return wrk.format("GET", path, headers) end

local customers = 50000

local rows = {
  route = function() return get("/") end,
  create = function()
    local customer = math.random(customers)
    return post("/api/v1/conversations", string.format(
      '{"customer":{"email":"c%d@example.com","name":"Customer %d"},"subject":"%s","text":"%s"}',
      customer, customer, text(5), text(30) .. mark()))
  end,
  message = function()
    local kind = math.random(2) == 1 and "incoming" or "reply"
    return post(conversation() .. "/messages",
      string.format('{"kind":"%s","text":"%s"}', kind, text(30) .. mark()))
  end,
  list = function() return get("/api/v1/conversations?limit=50") end,
  open = function() return get(conversation()) end,
  messages = function() return get(conversation() .. "/messages") end,
  search = function() return get("/api/v1/search?q=" .. word() .. "+" .. word()) end,
}

function init(arguments)
  local row, run, token, file = unpack(arguments)
  math.randomseed(tonumber(run) * 100 + number)
  if token then headers["Authorization"] = "Bearer " .. token end
  if file then
    for line in io.lines(file) do ids[#ids + 1] = line end
  end
  local count = 0
  mark = function()
    count = count + 1
    return string.format(" r%st%dn%d", run, number, count)
  end
  request = rows[row]
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"failures":%d,"p50":%.3f,"p99":%.3f}\n',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.timeout + errors.status,
    latency:percentile(50) / 1e3, latency:percentile(99) / 1e3))
end
