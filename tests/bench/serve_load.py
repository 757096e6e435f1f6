#!/usr/bin/env python3
"""How fast `zhitu serve` answers many clients at a time.

    serve_load.py ZHITU GRAPH [--clients 50] [--seconds 10] [--jobs 2] [--limit 100] [--think 0]

Starts the server at a free port and lets so many clients on loopback ask for neighbourhoods of two hops, each of another entity: names
of entities come from a breadth of neighbourhoods first, and are chosen by a fixed sequence. Every answer is checked to be whole. A client waits for its answer, then
`--think` seconds, before it asks again. The clients are one process of its own with one thread (selectors), so that they cost as little as they can; the
processor time of server and clients is told apart.

Prints answers a second, latencies (p50, p99, the longest) and the server's user+sys time an answer.
"""
import argparse
import heapq
import json
import os
import re
import resource
import selectors
import socket
import subprocess
import time
import urllib.parse
import urllib.request


def start(zhitu, graph, jobs):
    server = subprocess.Popen([zhitu, "serve", graph, "--port", "0", "--jobs", str(jobs)], stderr=subprocess.PIPE, text=True)
    line = server.stderr.readline()
    found = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
    if not found:
        raise SystemExit(f"no address: {line}")
    return server, int(found[1])


def ids_of(port, most):
    """Ids of entities: the best connected ones, then those around them."""
    def get(name, **query):
        url = f"http://127.0.0.1:{port}/api/v1/{name}?{urllib.parse.urlencode(query)}"
        with urllib.request.urlopen(url) as answer:
            return json.load(answer)
    ids = [node["id"] for node in get("top", limit=50, edges=0)["nodes"]]
    known = set(ids)
    for at in range(most):
        if len(ids) >= most or at >= len(ids):
            break
        for node in get("neighbourhood", entity=ids[at], limit=100, edges=0)["nodes"]:
            if node["id"] not in known:
                known.add(node["id"])
                ids.append(node["id"])
    return ids[:most]


class Client:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.began = 0.0
        self.answer = b""
        self.whole = 0

    def ask(self, request):
        self.answer = b""
        self.whole = 0
        self.began = time.perf_counter()
        self.socket.sendall(request)

    def read(self):
        """True once the answer is whole."""
        got = self.socket.recv(1 << 20)
        if not got:
            raise SystemExit("the server closed a connection")
        self.answer += got
        if not self.whole:
            end = self.answer.find(b"\r\n\r\n")
            if end < 0:
                return False
            length = re.search(rb"Content-Length: (\d+)", self.answer[:end])
            self.whole = end + 4 + int(length[1])
        return len(self.answer) >= self.whole


def cpu_of(pid):
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(port, requests, clients, seconds, think):
    selector = selectors.DefaultSelector()
    waiting = []  # (when, number, client)
    latencies, sizes, asked = [], 0, 0
    everyone = [Client(port) for _ in range(clients)]
    for number, client in enumerate(everyone):
        selector.register(client.socket, selectors.EVENT_READ, client)
        # Spread, so that they do not march in step.
        heapq.heappush(waiting, (time.perf_counter() + think * number / clients, number, client))
    end = time.perf_counter() + seconds
    while (now := time.perf_counter()) < end:
        while waiting and waiting[0][0] <= now:
            _, _, client = heapq.heappop(waiting)
            client.ask(requests[asked * 7919 % len(requests)])
            asked += 1
        patience = min(0.1, max(0.0, waiting[0][0] - now)) if waiting else 0.1
        for key, _ in selector.select(patience):
            client = key.data
            if not client.read():
                continue
            done = time.perf_counter()
            if not client.answer.startswith(b"HTTP/1.1 200 ") or not client.answer.endswith(b"}"):
                raise SystemExit(f"a wrong answer: {client.answer[:300]!r}")
            latencies.append(done - client.began)
            sizes += client.whole
            heapq.heappush(waiting, (done + think, asked + len(latencies), client))
    return sorted(latencies), sizes


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("zhitu")
    parser.add_argument("graph")
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=10)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--entities", type=int, default=5000)
    parser.add_argument("--think", type=float, default=0)
    options = parser.parse_args()
    began = time.perf_counter()
    server, port = start(options.zhitu, options.graph, options.jobs)
    print(f"listens after {time.perf_counter() - began:.2f} s, {cpu_of(server.pid):.2f} s of processor time")
    try:
        ids = ids_of(port, options.entities)
        requests = [
            (f"GET /api/v1/neighbourhood?hops=2&limit={options.limit}&entity={urllib.parse.quote(one)} HTTP/1.1\r\n"
             "Host: localhost\r\n\r\n").encode() for one in ids]
        before, own = cpu_of(server.pid), resource.getrusage(resource.RUSAGE_SELF)
        latencies, sizes = run(port, requests, options.clients, options.seconds, options.think)
        spent = cpu_of(server.pid) - before
        used = resource.getrusage(resource.RUSAGE_SELF)
        clients = used.ru_utime + used.ru_stime - own.ru_utime - own.ru_stime
        with open(f"/proc/{server.pid}/status") as file:
            memory = int(re.search(r"VmHWM:\s+(\d+)", file.read())[1]) / 1024
        count = len(latencies)
        print(f"{len(ids)} entities, {options.clients} clients: {count / options.seconds:.0f} answers/s of {sizes / count / 1000:.1f} kB; "
              f"p50 {latencies[count // 2] * 1000:.1f} ms, p99 {latencies[count * 99 // 100] * 1000:.1f} ms, longest {latencies[-1] * 1000:.1f} ms; "
              f"server {spent / count * 1000:.3f} ms user+sys an answer, clients {clients / count * 1000:.3f} ms; {memory:.0f} MB")
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    main()
